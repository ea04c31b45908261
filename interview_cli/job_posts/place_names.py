"""Tell whether a text is the name of a town, region or country."""

from interview_cli.job_posts.lands import is_land
from interview_cli.job_posts.town_list import find_town


def is_known_place(text: str) -> bool:
    """Return whether a text is the name of a listed place.

    Case does not matter, except that a name which is also a plain word needs a capital.
    """
    if is_land(text):
        return True
    town = find_town(text)
    return town is not None and (not town.is_word or text[:1].isupper())


def can_name_place(text: str) -> bool:
    """Return whether a text is a listed name, even if it is also a plain word in small letters."""
    return is_land(text) or find_town(text) is not None
