"""What the file of roles says of rounds: what a team reads of the units to which it goes, and for how long."""

from pydantic import BaseModel, ConfigDict, Field

from schema.vocabulary import Channel


class RoundRight(BaseModel):
    """What a team of a role reads of the units to which it goes in a round: what another role reads of these channels, for so long."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    reads_as: str
    channels: frozenset[Channel]
    days_before: int = Field(30, ge=0, le=366)
    days_after: int = Field(60, ge=0, le=366)
