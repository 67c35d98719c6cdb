"""From the upload to the catalog: what is written when, and what is left in peace."""

from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.namedfile.file import NamedBlobFile
from tests.social.conversion import samples
from wilma.social.conversion import storage
from wilma.social.conversion.interfaces import IConversions
from wilma.social.conversion.interfaces import IConverted
from wilma.social.outbox.interfaces import IOutbox
from wilma.social.setuphandlers import post_install
from zope.annotation.interfaces import IAnnotations
from zope.event import notify
from zope.lifecycleevent import ObjectModifiedEvent

import pytest
import transaction


def waiting(site):
    """How many conversions wait."""
    return IOutbox(site).counts().get("conversion", {}).get("waiting", 0)


def change(content, **fields):
    """Change fields as a form does, and commit."""
    with api.env.adopt_roles(["Manager"]):
        for name, value in fields.items():
            setattr(content, name, value)
        notify(ObjectModifiedEvent(content))
    transaction.commit()


@pytest.mark.parametrize(
    ("name", "data", "word"),
    [
        ("a.pdf", samples.pdf("Straßenreinigungsgebühr"), "Straßenreinigungsgebühr"),
        ("a.docx", samples.docx(), "Gebührenordnung"),
        ("a.odt", samples.odt(), "Grünflächen"),
        ("a.pptx", samples.pptx(), "Folienüberschrift"),
        ("a.xlsx", samples.xlsx(), "Müllgebühr"),
        ("a.txt", "Öffnungszeiten".encode(), "Öffnungszeiten"),
    ],
)
def test_words_of_a_file_are_found_once_the_worker_was_there(upload, work, found, name, data, word):
    made = upload(data, name)
    before = found(word)

    work()

    assert before == []
    assert found(word) == [made.getId()]
    assert found("Anlage") == [made.getId()]
    assert IConverted(made).state == "done"


def test_a_picture_gets_a_preview_and_stays_findable(upload, work, found):
    made = upload(samples.picture("JPEG"), "bild.jpg", "Image")

    work()

    preview = IConverted(made).preview
    assert (IConverted(made).state, preview.width, preview.height) == ("done", 800, 600)
    assert found("Anlage") == [made.getId()]


def test_reading_it_changes_neither_date_nor_versions(city, upload, work):
    made = upload(samples.pdf(), "a.pdf")
    before = made.modified(), made._p_serial, made.__annotations__._p_serial

    work()

    transaction.begin()
    made._p_activate()
    assert (made.modified(), made._p_serial, made.__annotations__._p_serial) == before
    history = city.portal_repository.getHistoryMetadata(made)
    assert history.getLength(countPurged=False) <= 1


def test_a_new_title_writes_no_job_and_keeps_the_words(city, upload, work, found):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    work()

    change(made, title="Neuer Name")

    assert waiting(city) == 0
    made.reindexObject()
    assert found("Winterdienst") == [made.getId()]


def test_a_new_file_takes_the_place_of_the_old_one(city, upload, work, found):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    work()

    change(made, file=NamedBlobFile(samples.pdf("Sommerfest"), filename="b.pdf"))
    made.reindexObject()
    between = found("Winterdienst"), IConverted(made).state, IConverted(made).preview
    work()

    assert between == ([], "waiting", None)
    assert (found("Winterdienst"), found("Sommerfest")) == ([], [made.getId()])


def test_a_job_for_a_file_that_was_replaced_meanwhile_reads_the_new_one(city, upload, work, found):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    change(made, file=NamedBlobFile(samples.pdf("Sommerfest"), filename="b.pdf"))

    assert work() == 2

    assert (found("Winterdienst"), found("Sommerfest")) == ([], [made.getId()])
    assert waiting(city) == 0


def test_a_file_that_is_taken_away_leaves_nothing(city, upload, work, found):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    work()

    change(made, file=None)
    made.reindexObject()

    assert IConverted(made).state == "none"
    assert found("Winterdienst") == []


def test_a_deleted_file_leaves_nothing(city, upload, work):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    other = upload(samples.pdf("Sommerfest"), "b.pdf")
    work()

    with api.env.adopt_roles(["Manager"]):
        api.content.delete(made, check_linkintegrity=False)
    transaction.commit()

    assert list(storage.read(city)) == [api.content.get_uuid(other)]


def test_a_job_for_what_is_gone_is_done(city, upload, work):
    made = upload(samples.pdf(), "a.pdf")
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(made, check_linkintegrity=False)
    transaction.commit()

    assert work() == 1
    assert IOutbox(city).counts().get("conversion", {}).get("dead", 0) == 0


def test_a_copy_and_a_moved_file_have_their_words(city, upload, work, found):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    work()
    with api.env.adopt_roles(["Manager"]):
        copied = api.content.copy(made, city.services)
        moved = api.content.move(made, city.aktuelles)
    transaction.commit()

    assert IConverted(moved).state == "done"
    assert IConverted(copied).state == "waiting"
    work()
    assert sorted(found("Winterdienst")) == sorted([copied.getId(), moved.getId()])


def test_a_working_copy_has_words_of_its_own_until_it_is_checked_in(city, upload, work, found):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    work()
    with api.env.adopt_roles(["Manager"]):
        copy = ICheckinCheckoutPolicy(made).checkout(city.wissen)
        copy_id = copy.getId()
        copy.file = NamedBlobFile(samples.pdf("Sommerfest"), filename="b.pdf")
        notify(ObjectModifiedEvent(copy))
        transaction.commit()
        work()
        between = found("Winterdienst"), found("Sommerfest")
        ICheckinCheckoutPolicy(copy).checkin("")
    transaction.commit()
    work()

    assert between == ([made.getId()], [copy_id])
    assert (found("Winterdienst"), found("Sommerfest")) == ([], [made.getId()])


@pytest.mark.parametrize(
    ("data", "name", "state"),
    [
        (samples.encrypted_pdf(), "a.pdf", "encrypted"),
        (samples.pdf()[:200], "a.pdf", "broken"),
        (samples.zipped({"a": "b"}), "a.zip", "unsupported"),
        (samples.entity_bomb_docx(), "a.docx", "broken"),
    ],
)
def test_what_cannot_be_read_is_said_once_and_blocks_nobody(
    city, upload, work, found, caplog, data, name, state
):
    bad = upload(data, name)
    good = upload(samples.pdf("Winterdienst"), "gut.pdf")
    caplog.set_level("INFO", "wilma.conversion")

    work()

    assert IConverted(bad).state == state
    assert found("Winterdienst") == [good.getId()]
    assert IOutbox(city).counts().get("conversion", {"dead": 0})["dead"] == 0
    lines = [record.getMessage() for record in caplog.records if record.name == "wilma.conversion"]
    assert state in lines[0]
    assert "Anlage" not in " ".join(lines)
    assert name not in " ".join(lines)
    # It is not tried again.
    IConversions(city).ask_for_all()
    assert waiting(city) == 0


def test_no_room_on_the_machine_is_tried_again(city, upload, work, tmp_path, monkeypatch):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "gone"))

    work()

    assert IConverted(made).state == "waiting"
    assert IOutbox(city).counts()["conversion"] == {"waiting": 0, "retrying": 1, "dead": 0}


def test_a_second_write_does_not_read_the_file_again(city, upload, work, monkeypatch, caplog):
    caplog.set_level("INFO", "wilma.conversion")
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    work()
    storage.read(city).pop(api.content.get_uuid(made))
    IConversions(city).ask(made)
    transaction.commit()

    work()

    assert IConverted(made).state == "done"
    assert len([r for r in caplog.records if r.name == "wilma.conversion"]) == 1


def test_the_editor_who_saves_meanwhile_is_not_disturbed(city, upload, work):
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    manager = transaction.TransactionManager()
    connection = city._p_jar.db().open(manager)
    path = "/".join(made.getPhysicalPath())
    root = connection.root()["Application"]
    theirs = root.unrestrictedTraverse(path)
    theirs.title = "Von nebenan"

    work()
    # No ConflictError.
    manager.commit()
    connection.close()

    transaction.begin()
    assert (made.title, IConverted(made).state) == ("Von nebenan", "done")


def test_files_from_before_are_read_when_the_profile_comes(city, upload, work, found):
    del IAnnotations(city)[storage.KEY]
    made = upload(samples.pdf("Winterdienst"), "a.pdf")
    before = waiting(city), IConverted(made).state, IConverted(made).text
    post_install(city.portal_setup)
    post_install(city.portal_setup)
    transaction.commit()

    work()

    assert before == (0, "waiting", "")
    assert found("Winterdienst") == [made.getId()]
