"""Pictures: taken clean and small, or refused with a sentence."""

import io
import struct
import zlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from cxstudio.files.pictures import FORMATS, LONGEST_SIDE, NotAPicture, clean_picture, pixels
from tests.examples import examples
from tests.hostile.pictures import all_hostile, good


def encoded(picture: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, kind, **options)
    return buffer.getvalue()


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def huge_png(side: int) -> bytes:
    """A few bytes that claim to be side × side pixels."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 1000)) + chunk(b"IEND", b"")
    )


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF"])
def test_usual_pictures_are_taken(kind: str) -> None:
    picture = opened(clean_picture(encoded(Image.new("RGB", (300, 200), (10, 200, 30)), kind), FORMATS))
    assert picture.size == (300, 200) and picture.format in {"PNG", "JPEG"}


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_odd_modes_are_taken(mode: str) -> None:
    kind = "TIFF" if mode in {"CMYK", "I;16"} else "PNG"
    assert opened(clean_picture(encoded(Image.new(mode, (20, 20)), kind), FORMATS)).size == (20, 20)


def test_transparency_stays() -> None:
    picture = opened(clean_picture(encoded(Image.new("RGBA", (10, 10), (255, 0, 0, 0)), "PNG")))
    assert picture.mode == "RGBA" and picture.getpixel((5, 5)) == (255, 0, 0, 0)


def test_large_ones_become_smaller_and_keep_their_shape() -> None:
    picture = opened(clean_picture(encoded(Image.new("RGB", (6000, 3000)), "JPEG")))
    assert picture.size == (LONGEST_SIDE, LONGEST_SIDE // 2)


def test_sixty_megapixels_are_shrunk_or_refused_in_one_sentence() -> None:
    picture = opened(clean_picture(encoded(Image.new("L", (9000, 6700)), "JPEG")))
    assert max(picture.size) == LONGEST_SIDE
    with pytest.raises(NotAPicture) as refused:
        clean_picture(huge_png(7800))
    assert refused.value.values == {"width": 7800, "height": 7800}


def test_nothing_hidden_goes_along_and_the_picture_stands_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "taken at home of Jana"
    data = encoded(Image.new("RGB", (40, 20)), "JPEG", exif=exif.tobytes(), comment=b"secret")
    clean = clean_picture(data)
    assert opened(clean).size == (20, 40)
    assert b"Jana" not in clean and b"secret" not in clean and not opened(clean).getexif()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "picture cannot be read"),
        (b"Hello", "picture cannot be read"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"\xef\xbb\xbf  <?xml version='1.0'?><!-- x --><svg/>", "SVG"),
        (b"%PDF-1.4", "picture cannot be read"),
        (encoded(Image.new("RGB", (50, 50)), "PNG")[:60], "picture cannot be read"),
        (encoded(Image.new("RGB", (50, 50)), "JPEG")[:300], "picture cannot be read"),
        (huge_png(60_000), "pixels"),
        (huge_png(12_000), "pixels"),
        (huge_png(100), "picture cannot be read"),
        (b"x" * 60_000_001, "larger than 60 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_taken_is_said(data: bytes, why: str) -> None:
    with pytest.raises(NotAPicture, match=why):
        clean_picture(data)


PNG = encoded(Image.radial_gradient("L"), "PNG")
JPEG = encoded(Image.radial_gradient("L"), "JPEG")


@settings(max_examples=examples(200))
@given(st.sampled_from([PNG, JPEG]), st.integers(0, 500), st.binary(max_size=12))
def test_any_damage_is_taken_or_refused(data: bytes, place: int, junk: bytes) -> None:
    try:
        clean_picture(data[:place] + junk + data[place + len(junk) :])
    except NotAPicture:
        return


def test_pictures_of_our_own_need_no_second_cleaning() -> None:
    """What was cleaned once is recognised by its head; anything else is not."""
    from cxstudio.files.pictures import is_clean

    big = io.BytesIO()
    Image.new("RGB", (3000, 20)).save(big, "PNG")
    assert not is_clean(big.getvalue())
    assert is_clean(clean_picture(big.getvalue()))
    assert not is_clean(b"\x89PNG broken")


def test_only_sound_png_and_jpeg_become_pixels() -> None:
    for data in good().values():
        found = pixels(data, 80)
        assert found is not None and (found.width, found.height, len(found.rgba)) == (80, 60, 80 * 60 * 4)
    sound = {"with a profile of 80 MB", "with texts of 80 MB"}
    assert [name for name, data in all_hostile().items() if pixels(data, 80) is not None and name not in sound] == []


def test_several_are_cleaned_in_one_go_and_each_says_its_own_trouble() -> None:
    from cxstudio.files.pictures import clean_pictures

    good = io.BytesIO()
    Image.new("RGB", (30, 20)).save(good, "PNG")
    parts: list[float] = []
    made = clean_pictures([good.getvalue(), b"<svg/>"], lambda part, _: parts.append(part))
    assert isinstance(made[0], bytes) and isinstance(made[1], NotAPicture)
    assert parts == [0.0, 0.5]
