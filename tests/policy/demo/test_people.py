"""Profiles and units after loading."""

from plone import api
from wilma.policy.demo import source
from wilma.social.units.interfaces import IUnits

import io
import PIL.Image
import pytest


PEOPLE = {person["id"]: person for person in source.people()}


def test_every_account_has_its_profile_and_every_profile_its_account(city):
    accounts = {user.getId() for user in api.user.get_users()}

    assert set(city.people.objectIds()) == set(PEOPLE) <= accounts


@pytest.mark.parametrize("userid", PEOPLE)
def test_a_profile_says_what_the_data_say(city, userid):
    person, profile = PEOPLE[userid], city.people[userid]
    said = {name: getattr(profile, name) for name in ("function", "family_name", "mobile", "phone")}

    assert said == {name: person.get(name) for name in said}
    assert list(profile.topics) == person["topics"]
    assert list(profile.languages) == person["languages"]
    assert profile.email == f"{userid}@wilma.example"
    assert api.user.get(userid=userid).getProperty("fullname") == profile.title
    assert api.content.get_path(api.content.get(UID=profile.unit), relative=True) == (
        f"organisation/{person['unit']}"
    )


def test_portraits_are_square_pictures(city):
    with_one = [person for person in city.people.objectValues() if person.portrait]

    assert set(PEOPLE) - {person.getId() for person in with_one} == {"georg.wagner"}
    for person in with_one:
        assert PIL.Image.open(io.BytesIO(person.portrait.data)).size == (512, 512)


def test_names_are_written_as_people_write_them(city):
    names = {userid: city.people[userid].title for userid in PEOPLE}

    assert names["amira.yilmaz"] == "Dr. Amira Yılmaz"
    assert names["site.admin"] == "Robert Auer"
    assert names["sabine.von-aretin"] == "Dr. med. Sabine von Aretin"


def test_the_tree_of_units_stands_with_heads(city):
    units = IUnits(city)
    top = units.children(None)

    assert len(top) == 12
    assert len(list(units.all())) == 48
    assert [unit.title for unit in top if unit.head is None] == []
    awb = city.organisation.kommunal.awb["betriebshof-ost"]
    assert [unit.short_name for unit in units.line(awb.UID())] == ["KOM", "AWB", "AWB-Ost"]


def test_one_is_new_this_month(city):
    ages = {userid: city.people[userid].created() for userid in PEOPLE}

    assert max(ages, key=ages.get) == "thao.nguyen"
    assert len({day for day in ages.values() if (api.portal.get().ZopeTime() - day) < 40}) == 1
