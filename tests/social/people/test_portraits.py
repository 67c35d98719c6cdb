"""Portraits: whatever comes in ends as a clean square, or is refused in plain words."""

from io import BytesIO
from PIL import Image
from PIL import ImageFile
from tests.policy.conftest import make_user
from tests.social.people import pictures
from threading import Thread
from wilma.social.people import portraits
from wilma.social.people.portraits import Box
from wilma.social.people.portraits import NoPicture
from wilma.social.people.portraits import PictureOfAPhone
from wilma.social.people.portraits import TooManyPixels
from wilma.social.people.portraits import Upload

import base64
import pytest
import transaction


def _drawn(data, box=None):
    upload = Upload(data, filename="bild")
    upload.box = box
    return portraits.draw_anew(upload)


def _seen(portrait):
    return Image.open(BytesIO(portrait.data))


def _is_like(pixel, colour):
    return all(abs(a - b) < 40 for a, b in zip(pixel[:3], colour, strict=True))


@pytest.mark.parametrize(
    "data",
    [
        pictures.with_place(),
        pictures.with_place(orientation=6),
        pictures.polyglot(),
        pictures.animated(),
        pictures.see_through(),
        pictures.save(pictures.two_halves(), "WEBP"),
        pictures.save(pictures.two_halves(mode="CMYK"), "JPEG"),
        pictures.save(pictures.two_halves(mode="L"), "PNG"),
        pictures.save(pictures.two_halves(mode="1"), "PNG"),
        pictures.save(pictures.two_halves(), "PNG", pnginfo=None),
    ],
)
def test_what_is_kept_is_a_plain_square(data):
    portrait = _drawn(data)

    image = _seen(portrait)
    assert (image.format, image.mode, image.size) == ("JPEG", "RGB", (400, 400))
    assert (portrait.contentType, portrait.filename) == ("image/jpeg", "portrait.jpg")
    assert dict(image.getexif()) == {}
    assert [name for name in ("comment", "exif", "icc_profile", "xmp") if name in image.info] == []
    assert pictures.SECRET not in portrait.data
    assert b"<script" not in portrait.data
    assert b"PK\x03\x04" not in portrait.data


@pytest.mark.parametrize(
    ("orientation", "top", "bottom"),
    [(1, None, None), (6, pictures.LEFT, pictures.RIGHT), (8, pictures.RIGHT, pictures.LEFT)],
)
def test_it_is_turned_as_it_was_held(orientation, top, bottom):
    image = _seen(_drawn(pictures.with_place(orientation), Box(0, 0, 1, 1)))

    if orientation == 1:
        assert _is_like(image.getpixel((10, 200)), pictures.LEFT)
    else:
        # Seen upright the picture is 400 wide and 800 high; the square begins at its top.
        assert _is_like(image.getpixel((200, 10)), top)
        assert _is_like(image.getpixel((200, 390)), top)


def test_without_a_choice_it_is_the_middle():
    image = _seen(_drawn(pictures.save(pictures.two_halves(), "PNG")))

    assert _is_like(image.getpixel((20, 200)), pictures.LEFT)
    assert _is_like(image.getpixel((380, 200)), pictures.RIGHT)


def test_the_chosen_part_is_what_is_kept():
    image = _seen(_drawn(pictures.save(pictures.two_halves(), "PNG"), Box(0.75, 0.5, 1, 1)))

    assert image.size == (200, 200)
    assert all(_is_like(image.getpixel(at), pictures.RIGHT) for at in ((5, 5), (195, 195)))


@pytest.mark.parametrize(
    "numbers",
    [
        None,
        "",
        "0 0 1 1",
        [0, 0, 1],
        [0, 0, 0, 1],
        [0.5, 0, 0.2, 1],
        [0, 0, 9, 9],
        [0, 0, float("nan"), 1],
        ["a", "b", "c", "d"],
        {"x": 1},
    ],
)
def test_a_choice_without_sense_is_none(numbers):
    assert Box.read(numbers) is None


def test_it_is_1200_pixels_at_most():
    image = _seen(_drawn(pictures.with_place(size=(4000, 3000))))

    assert image.size == (1200, 1200)


def test_a_tiny_picture_stays_tiny():
    image = _seen(_drawn(pictures.save(pictures.two_halves((3, 2)), "PNG")))

    assert image.size == (2, 2)


def test_what_is_seen_through_is_white():
    image = _seen(_drawn(pictures.see_through()))

    assert _is_like(image.getpixel((5, 5)), (255, 255, 255))
    assert _is_like(image.getpixel((200, 200)), pictures.LEFT)


def test_80_megapixels_are_refused_before_they_are_decoded(monkeypatch):
    monkeypatch.setattr(ImageFile.ImageFile, "load", lambda image: pytest.fail("It was decoded."))

    with pytest.raises(TooManyPixels):
        _drawn(pictures.bomb())


@pytest.mark.parametrize("size", [(4000, 3000), (3000, 4000)])
@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
def test_12_megapixels_are_taken_of_every_kind(kind, size):
    image = Image.new("RGB", size, pictures.LEFT)

    assert _seen(_drawn(pictures.save(image, kind))).size == (1200, 1200)


@pytest.mark.parametrize("size", [(8000, 6000), (7071, 7071), (50_000, 1000), (4799, 4799)])
def test_of_a_large_jpeg_no_more_than_12_megapixels_are_decoded(monkeypatch, size):
    data = pictures.save(Image.new("L", size), "JPEG")
    decoded, load = [], ImageFile.ImageFile.load

    def watch(image):
        decoded.append(image.width * image.height)
        return load(image)

    monkeypatch.setattr(ImageFile.ImageFile, "load", watch)

    _drawn(data)

    assert 0 < max(decoded) <= portraits.MOST_PIXELS


def test_one_picture_is_drawn_at_a_time():
    drawn = []
    drawing = Thread(
        target=lambda: drawn.append(_drawn(pictures.save(pictures.two_halves(), "PNG")))
    )

    with portraits.ONE_AT_A_TIME:
        drawing.start()
        drawing.join(1)
        assert drawing.is_alive()
    drawing.join(30)

    assert len(drawn) == 1


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (pictures.of_a_phone(), PictureOfAPhone),
        (b"", NoPicture),
        (b"GIF89a", NoPicture),
        (b"%PDF-1.7 kein Bild", NoPicture),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", NoPicture),
        (pictures.save(pictures.two_halves(), "TIFF"), NoPicture),
    ],
)
def test_what_is_no_whole_picture_is_refused(data, error):
    with pytest.raises(error):
        _drawn(data)


@pytest.fixture
def site(functional_portal):
    for userid in ("mia.beer", "can.arslan"):
        make_user(userid)
    transaction.commit()
    return functional_portal


def _body(data, kind="image/jpeg", **kw):
    encoded = base64.b64encode(data).decode()
    return {
        "portrait": {
            "data": encoded,
            "encoding": "base64",
            "content-type": kind,
            "filename": "ich.jpg",
            **kw,
        }
    }


def test_over_rest_the_clean_square_is_stored_with_its_scales(site, call):
    body = _body(pictures.with_place(orientation=6), crop=[0, 0.5, 1, 1])

    answer = call("mia.beer", "PATCH", "/people/mia.beer", body)

    assert answer.status_code == 204
    portrait = site.people["mia.beer"].portrait
    assert _seen(portrait).size == (400, 400)
    assert _is_like(_seen(portrait).getpixel((200, 200)), pictures.RIGHT)
    assert pictures.SECRET not in portrait.data
    told = call("can.arslan", "GET", "/people/mia.beer").json()["portrait"]
    assert (told["content-type"], told["width"], told["height"]) == ("image/jpeg", 400, 400)
    scales = site.people["mia.beer"].__annotations__["plone.scale"].values()
    assert {64, 128, 256} <= {scale["width"] for scale in scales if scale.get("data")}


def test_a_picture_is_taken_away(site, call):
    call("mia.beer", "PATCH", "/people/mia.beer", _body(pictures.with_place()))

    call("mia.beer", "PATCH", "/people/mia.beer", {"portrait": None})

    assert site.people["mia.beer"].portrait is None


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (pictures.bomb(), "andere Bilder 12"),
        (pictures.bomb(7070, 7070), "50 Megapixel"),
        (pictures.of_a_phone(), "HEIC"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "kein Bild"),
    ],
)
def test_refused_over_rest_it_says_why_and_the_old_one_stays(site, call, data, said):
    call("mia.beer", "PATCH", "/people/mia.beer", _body(pictures.with_place()))
    before = site.people["mia.beer"].portrait.data

    answer = call("mia.beer", "PATCH", "/people/mia.beer", {**_body(data), "phone": "1"})

    assert (answer.status_code, answer.json()["field"]) == (400, "portrait")
    assert said in answer.json()["message"]
    assert site.people["mia.beer"].portrait.data == before
    assert site.people["mia.beer"].phone is None


def test_a_picture_of_the_account_is_that_of_the_profile(site, call):
    answer = call("mia.beer", "PATCH", "/@users/mia.beer", _body(pictures.with_place()))

    assert answer.status_code == 204
    assert _seen(site.people["mia.beer"].portrait).size == (400, 400)
    assert list(site.portal_memberdata.portraits.objectIds()) == []
