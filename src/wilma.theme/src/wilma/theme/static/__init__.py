"""Built styles, scripts, fonts and icons, served under names that carry their hash."""

from wilma.theme.static.files import url_of


__all__ = ["url_of"]
