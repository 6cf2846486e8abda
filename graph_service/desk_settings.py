"""Settings of the desk in the browser."""

from pydantic import Field
from pydantic_settings import BaseSettings


class DeskSettings(BaseSettings):
    """Whether there is a desk, how people sign in at it, and for how long."""

    desk: bool = Field(
        True, description="serve the desk under / and answer its operations, whatever LEADLINK_OPERATIONS_FOLDERS names"
    )
    desk_idle_minutes: int = Field(
        30, ge=1, le=720, description="minutes without a key or a click after which the desk signs its officer out"
    )
    token_idle_minutes: int = Field(
        60,
        ge=0,
        le=1440,
        description="minutes after which a token is refused that was used before and by nobody since, on every worker; 0: never",
    )
    oidc_client_id: str | None = Field(
        None,
        description="name of the desk at the OIDC issuer (a public client with PKCE); unset means no sign-in at the desk",
    )
    oidc_scope: str = Field("openid", description="scopes that the desk asks the issuer for, with blanks between")
