"""The Lindenfurt sample in English: the same story for Lindenford Utilities. Everything in it is invented."""

from __future__ import annotations

from cxstudio.catalogue.samples.story import MeasureWords, NoteWords, PersonaWords, Story, TouchpointWords
from cxstudio.model.kinds import Evidence, ExpectationOrigin, NoteKind

_T = TouchpointWords
_INTERVIEW, _ASSUMPTION = Evidence.INTERVIEW, Evidence.ASSUMPTION

TOUCHPOINTS = (
    _T("Website “Moving home”", "Jana looks up what to report, and when. There are three pages to sign in on."),
    _T("Price calculator", "The calculator knows one address only; Jana works out the price of the old flat herself."),
    _T("Comparison site", "Jana checks whether switching would pay.", factual="A site run by others"),
    _T(
        "Moving form",
        "17 fields, among them meter and supply point number. Both hang on the meter in the old flat.",
        factual="17 required fields, nothing is kept when you stop",
        promise="Moved in five minutes",
    ),
    _T("Confirmation", "An email says the form has arrived, but not what happens next."),
    _T(
        "Registering at the customer centre",
        "Whoever goes there is done after one talk.",
        relationship="The customer centre shows how well it can be done",
    ),
    _T("Meter reading by photo", "The app reads the figures off the photo and says thank you."),
    _T(
        "Hotline: “Has my old flat been signed off?”",
        "Jana calls because nobody confirms that the old flat is signed off. "
        "The service centre cannot see how far the grid operator is.",
        factual="Information without a view of the grid’s progress",
        relationship="Every call starts from the beginning",
        promise="Everything from one source",
    ),
    _T("Call back about the meter number", "The grid calls when it suits the grid; miss it and you start again."),
    _T(
        "Meter exchange: the fitter",
        "The fitter comes on time, explains the new meter and tidies up.",
        relationship="The fitter takes the time",
    ),
    _T("Welcome letter with instalment", "The letter names a new instalment, but no reason for it."),
    _T(
        "Final bill for the old flat",
        "Three weeks later two bills arrive for one period. Neither explains the extra payment.",
        factual="Two bills, one period",
    ),
    _T("Changing the instalment online", "Some find the slider at once, others at the third attempt."),
    _T(
        "Card “Settled in well?”",
        "A signed card, six weeks after moving in. So far only from the customer centre.",
        relationship="The card “Settled in well?”",
    ),
)

JANA = PersonaWords(
    name="Jana Brandt",
    occupation="Project manager",
    facts="partner, one child; moving within the city, existing customer, online",
    quote="On moving day I don’t want to think about electricity as well.",
    goals=("Get everything done in one evening", "No double bill"),
    frustrations=("Details they have known for years", "A hotline without a memory"),
    best="Switching banks in ten minutes",
    worst="Six weeks without internet after the last move",
    source="6 interviews, 2 assumptions",
    sources={
        ExpectationOrigin.PROMISE: "“Everything from one source” in the brochure",
        ExpectationOrigin.COMPETITORS: "Online shops with live tracking",
        ExpectationOrigin.EARLIER_EXPERIENCE: "Switching banks in ten minutes",
        ExpectationOrigin.VALUES: "Time is for the family",
        ExpectationOrigin.STATE_OF_MIND: "Tired, among boxes",
    },
)
WERNER = PersonaWords(
    name="Werner Kowalski",
    occupation="Pensioner",
    facts="moving to a smaller flat, calls or drops in",
    quote="I would like to talk, just once, to someone who knows.",
    goals=("Do nothing wrong",),
    frustrations=("Numbers he has never heard of",),
    best="The savings bank, where they greet him by name",
    worst="A voice computer that did not understand him",
    source="2 interviews",
    sources={
        ExpectationOrigin.PROMISE: "“Always there for you” on the bill",
        ExpectationOrigin.COMPETITORS: "What the neighbours say",
        ExpectationOrigin.EARLIER_EXPERIENCE: "A customer for 40 years",
        ExpectationOrigin.VALUES: "A promise is a promise",
        ExpectationOrigin.STATE_OF_MIND: "Unsure, alone with the paperwork",
    },
)

_N, _Q, _H, _O = NoteWords, NoteKind.QUOTE, NoteKind.HURDLE, NoteKind.OPPORTUNITY
NOTES = (
    _N(4, _Q, "17 fields, and the meter number was hanging in the old flat.", _INTERVIEW),
    _N(8, _Q, "Put through three times, told it all three times.", _INTERVIEW),
    _N(12, _Q, "I don’t understand what these extra 212 euros are for.", Evidence.COMPLAINT),
    _N(14, _Q, "A signed card. From an energy supplier!", Evidence.SURVEY),
    _N(4, _H, "Supply point number unknown, 38% give up", Evidence.FIGURE),
    _N(8, _H, "The service centre cannot see how far the grid operator is", Evidence.OBSERVATION),
    _N(9, _H, "Call back without an appointment", _ASSUMPTION),
    _N(11, _H, "New instalment without a reason", Evidence.COMPLAINT),
    _N(12, _H, "Two bills, one period, no explanation", _INTERVIEW),
    _N(5, _O, "Confirmation with check-list and status link", _ASSUMPTION),
    _N(7, _O, "The photo reads the meter number too", _ASSUMPTION),
    _N(10, _O, "The fitter announces himself by name", _ASSUMPTION),
    _N(14, _O, "A card for everybody, not just from the customer centre", _ASSUMPTION),
    _N(0, NoteKind.THINKS_FEELS, "Have I forgotten anything?", _INTERVIEW),
    _N(0, NoteKind.THINKS_FEELS, "They know I’m a customer", _INTERVIEW),
    _N(0, NoteKind.THINKS_FEELS, "Electricity simply has to be there", _INTERVIEW),
    _N(0, NoteKind.SEES, "adverts for switching bonuses", _ASSUMPTION),
    _N(0, NoteKind.SEES, "three sign-in pages", _INTERVIEW),
    _N(0, NoteKind.HEARS, "Neighbour: “Ours was quick”", _ASSUMPTION),
    _N(0, NoteKind.SAYS_DOES, "calls three times", _INTERVIEW),
    _N(0, NoteKind.SAYS_DOES, "takes a photo of the meter", _INTERVIEW),
    _N(0, NoteKind.PAIN, "Has to tell everything three times", _INTERVIEW),
    _N(0, NoteKind.PAIN, "Two instalments in the month of the move", _INTERVIEW),
    _N(0, NoteKind.GAIN, "One click, one promise", _INTERVIEW),
    _N(0, NoteKind.GAIN, "Somebody thinks ahead for me", _INTERVIEW),
)

MEASURES = (
    MeasureWords(
        "One contact person per move, call back within 24\N{NO-BREAK SPACE}h",
        "Head of customer service",
        "Whoever calls gets a name, and a call back within 24 hours. "
        "Data from the grid only with consent. Benefit: 6,400 moves × 0.4 fewer calls.",
        "2,560 calls × €7.50",
        (("", "", ""), ("Calls per move", "", "")),
    ),
    MeasureWords(
        "Form cut from 17 to 6 required fields, meter number by photo",
        "Head of sales",
        "What is long known is no longer asked. "
        "Benefit: 4,800 online registrations × 18% fewer drop-outs, rounded to hundreds.",
        "864 drop-outs × €12",
        (("Drop-out", "%", ""),),
    ),
    MeasureWords(
        "Final bill with a page that explains it",
        "Head of billing",
        "One page says in plain sentences how the amount comes about. We decide after the survey.",
        "",
        (("", "", ""), ("Queries", "%", "")),
    ),
    MeasureWords(
        "Price calculator: a price for both flats",
        "Product management",
        "The calculator takes the old and the new address and shows both prices.",
        "",
        (("", "", ""),),
    ),
    MeasureWords(
        "Status message “Old flat signed off, power is on”",
        "Head of IT",
        "One message as soon as the old flat is signed off, and one as soon as the power is on.",
        "included in measure 1",
        (("Status calls", "%", "included in measure 1"),),
    ),
    MeasureWords(
        "Card “Settled in well?” for everybody",
        "Team lead customer centre",
        "Everybody who moved gets the card, not just visitors of the customer centre.",
        "",
        (("", "", ""),),
    ),
)

STORY = Story(
    title="Lindenford Utilities – Moving home",
    client="Lindenford Utilities",
    question="Why do people who move call twice, and what do we change first?",
    begins="lease signed",
    ends="six weeks after moving in",
    not_part="new house connections, businesses",
    volume="6,400 moves a year",
    journey="Moving home",
    journey_owner="Head of customer service",
    departments={
        "marketing": "Marketing",
        "sales": "Sales",
        "service": "Customer service",
        "grid": "Grid",
        "billing": "Billing",
        "it": "IT",
        "product": "Product management",
        "contractor": "Contractor (for the grid)",
    },
    channels={
        "web": "Web",
        "portal": "Portal",
        "mail": "Email",
        "app": "App",
        "phone": "Phone",
        "letter": "Letter",
        "centre": "On site",
        "home": "At home",
    },
    stages=(
        ("Find out", "Know what to do and what it costs"),
        ("Register", "Get everything done in one evening"),
        ("Hand over", "Leave the old flat without open questions"),
        ("Move in", "Lights on, and nothing missing"),
        ("Settle up", "Understand what one pays for"),
        ("Stay", "Feel in good hands"),
    ),
    touchpoints=TOUCHPOINTS,
    personas=(JANA, WERNER),
    notes=NOTES,
    measures=MEASURES,
    workshop="Customer journey Moving home",
    place="Lindenford, customer centre",
    round_titles=("Round 1", "Round 2"),
    survey_source="Survey of people who moved, April 2026",
    decision_by="Executive board",
    without_decision="It stays at 0.9 calls per move.",
    headlines={
        "decision": "People who move are not told whether their old flat has been signed off. "
        "Three of 14 touchpoints disappoint in what must go without saying.",
        "map": "The hotline is the lowest low of the journey",
        "map_lead": "After the handover to the grid nobody in customer service knows how things stand. "
        "The customer centre shows how well it can be done.",
    },
)
