"""What compiling a declaration needs beside the declaration."""

from dataclasses import dataclass, field

from graph_service.rights.audiences import Audiences
from loaders.mapping.disputes import Disputes
from loaders.mapping.lookups import Lookups


@dataclass(frozen=True)
class MappingContext:
    """What a mapping needs beside the declaration."""

    uid_key: bytes
    audiences: Audiences
    lookups: Lookups
    disputes: Disputes = field(default_factory=Disputes)
