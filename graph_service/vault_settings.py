"""Settings of the reporter's vault."""

from typing import Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings


class VaultSettings(BaseSettings):
    """What seals the vault; every key is made in the home where none is given."""

    vault_cipher: Literal["AES-256-GCM", "SM4-GCM"] = Field(
        "AES-256-GCM", description="how entries of the reporter's vault are sealed; one that OpenSSL lacks is refused"
    )
    vault_key: SecretStr | None = Field(
        None, min_length=32, description="key that seals the reporter's vault; unset means one made in the home"
    )
    vault_key_before: SecretStr | None = Field(
        None, min_length=32, description="the key before it, while `leadlink vault rotate` goes from one to the other"
    )
    vault_match_key: SecretStr | None = Field(
        None,
        min_length=32,
        description="key of the marks by which a reporter is known again; unset means one made in the home",
    )
    vault_match_key_before: SecretStr | None = Field(
        None, min_length=32, description="the key of the marks before it, for the same time"
    )
    small_set: int = Field(
        10,
        ge=2,
        description="a matter that at most so many people could know of is marked, for it tells who reported it",
    )
