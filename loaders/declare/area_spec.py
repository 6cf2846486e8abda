"""Where local telephone numbers are of, as a declaration says it."""

from typing import Any

from pydantic import Field, SerializerFunctionWrapHandler, model_serializer

from loaders.declare.read_spec import Declared


class InArea(Declared):
    """What may be read from local telephone numbers."""

    area: str | None = Field(None, pattern=r"^0\d{2,3}$", description="dialling code of bare local telephone numbers")

    @model_serializer(mode="wrap")
    def _said(self, dump: SerializerFunctionWrapHandler) -> dict[str, Any]:
        # The digest of a declaration that says nothing of it is the one that it had before it could.
        return {name: value for name, value in dump(self).items() if name != "area" or value is not None}
