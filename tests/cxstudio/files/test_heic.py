"""HEIC, the format of telephones: converted in a process of its own, refused with a sentence where it cannot be."""

import io
import random
import time
from importlib.util import find_spec

import pytest
from PIL import Image

from cxstudio.files import pictures
from cxstudio.files.pictures import NotAPicture, clean_picture, clean_pictures, is_clean, is_quick
from cxstudio.progress import silent
from cxstudio.session.tasks import ProcessTask
from tests.hostile.heic import HEIC

needs_library = pytest.mark.skipif(find_spec("pi_heif") is None, reason="pi-heif is not installed here")


@needs_library
def test_a_photo_becomes_a_clean_picture_in_a_process_and_nowhere_else() -> None:
    assert not is_quick(HEIC, 1_000_000)
    task = ProcessTask(clean_pictures, [HEIC])
    task.start()
    until = time.monotonic() + 60
    while not task.poll() and time.monotonic() < until:
        time.sleep(0.01)
    (cleaned,) = task.result()
    assert isinstance(cleaned, bytes) and is_clean(cleaned) and b"Petra" in HEIC and b"Petra" not in cleaned
    with Image.open(io.BytesIO(cleaned)) as picture:
        assert picture.size == (64, 48)
        teal, orange = picture.convert("RGB").getpixel((50, 40)), picture.convert("RGB").getpixel((4, 4))
    assert max(abs(a - b) for a, b in zip(teal, (0, 128, 128), strict=True)) < 40
    assert orange[0] > 150 > orange[2]


@needs_library
@pytest.mark.parametrize("harm", ["cut", "flipped"])
def test_a_damaged_photo_is_a_picture_or_one_sentence(harm: str) -> None:
    chance = random.Random(7)
    for number in range(60):
        data = bytearray(HEIC)
        if harm == "cut":
            data = data[: 12 + number * 9]
        else:
            data[chance.randrange(12, len(data))] ^= 1 << chance.randrange(8)
        (made,) = clean_pictures([bytes(data)], silent)
        assert isinstance(made, NotAPicture) or is_clean(made)


def test_without_the_library_a_sentence_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pictures, "find_spec", lambda _: None)
    with pytest.raises(NotAPicture, match="HEIC cannot be read here"):
        clean_picture(HEIC, pictures.FORMATS)
