"""What two coordinates must say together, wherever a record has them."""


def refuse_odd_point(latitude: float | None, longitude: float | None) -> None:
    """Refuse one coordinate without the other, and a point of China whose two coordinates are exchanged."""
    if latitude is None and longitude is None:
        return
    if latitude is None or longitude is None:
        missing, there = ("latitude", "longitude") if latitude is None else ("longitude", "latitude")
        raise ValueError(f"has a {there} and no {missing} (0 counts as none); state both or neither")
    # China lies at 73 to 136 degrees east; exchanged, its west would lie in the Arctic Ocean.
    if 73 <= latitude <= 90 and 3 <= longitude <= 54:
        raise ValueError(
            "lies in the Arctic Ocean: latitude and longitude are exchanged; correct the declaration or the row"
        )
