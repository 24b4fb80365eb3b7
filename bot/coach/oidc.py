"""The organisation's own login (OpenID Connect): it says who somebody is, never what they may read.

Code flow with PKCE, state and nonce, as OpenID Connect Core 1.0 (3.1) and RFC 9700 have it. A coach is known by
issuer and subject only, bound when the invitation is accepted; names and mail addresses are not asked for.
"""

from __future__ import annotations

import hmac
import secrets
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

import requests
from authlib.common.errors import AuthlibBaseError
from authlib.integrations.requests_client import OAuth2Session
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from bot.coach.vouching import AtProvider, ProviderAway, Vouched

WELL_KNOWN = "/.well-known/openid-configuration"
ALGORITHMS = ["RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA"]
_PATIENCE_SECONDS = 5.0
_REMEMBER_SECONDS = 3600.0
_CLOCK_SKEW_SECONDS = 60


class Provider:
    """The login of one organisation; safe to use from any thread."""

    def __init__(
        self,
        issuer: str,
        client_id: str,
        client_secret: str,
        portal_url: str,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._issuer = issuer
        self._client_id = client_id
        self._client_secret = client_secret
        self._portal_url = portal_url
        self._clock = clock
        self._found: tuple[float, dict[str, Any]] | None = None

    def begin(self, invitation: str | None = None) -> tuple[AtProvider, str]:
        """Return what to remember of somebody who goes to log in, and the address to send them to."""
        gone = AtProvider(_unguessable(), _unguessable(), _unguessable(), invitation)
        address, _ = self._client().create_authorization_url(
            self._described()["authorization_endpoint"],
            state=gone.state,
            nonce=gone.nonce,
            code_verifier=gone.verifier,
        )
        return gone, str(address)

    def finish(self, gone: AtProvider, code: str, state: str) -> Vouched | None:
        """Find out who came back; None when they aren't who went, or the organisation doesn't vouch for them.

        Raises:
            ProviderAway: the organisation's login can't be asked now.
        """
        if not code or not hmac.compare_digest(state.encode(), gone.state.encode()):
            return None
        described = self._described()
        try:
            token = self._client().fetch_token(
                described["token_endpoint"], code=code, code_verifier=gone.verifier, timeout=_PATIENCE_SECONDS
            )
            claims = self._claims(str(token["id_token"]), gone.nonce)
        except (AuthlibBaseError, JoseError, KeyError):
            return None
        except (requests.RequestException, ValueError):
            raise ProviderAway("the token endpoint can't be used") from None
        return Vouched(f"{self._issuer}|{claims['sub']}", gone.invitation)

    def way_out(self) -> str | None:
        """Return the address at which to log out at the organisation too; None when it has none."""
        address = self._described().get("end_session_endpoint")
        back = {"client_id": self._client_id, "post_logout_redirect_uri": f"{self._portal_url}/inloggen"}
        return f"{address}?{urlencode(back)}" if address else None

    def _claims(self, id_token: str, nonce: str) -> dict[str, Any]:
        known = KeySet.import_key_set(self._fetch(self._described()["jwks_uri"]))
        claims = jwt.decode(id_token, known, algorithms=ALGORITHMS).claims
        jwt.JWTClaimsRegistry(
            leeway=_CLOCK_SKEW_SECONDS,
            iss={"essential": True, "value": self._issuer},
            aud={"essential": True, "value": self._client_id},
            sub={"essential": True, "allow_blank": False},
            exp={"essential": True},
            nonce={"essential": True, "value": nonce},
            azp={"value": self._client_id},
        ).validate(claims)
        return claims

    def _described(self) -> dict[str, Any]:
        """Return how the organisation's login describes itself, asked once an hour."""
        if self._found is None or self._clock() - self._found[0] > _REMEMBER_SECONDS:
            described = self._fetch(self._issuer.rstrip("/") + WELL_KNOWN)
            if described.get("issuer") != self._issuer:
                raise ProviderAway("the issuer calls itself something else")
            self._found = (self._clock(), described)
        return self._found[1]

    def _fetch(self, address: str) -> Any:
        try:
            answer = requests.get(address, timeout=_PATIENCE_SECONDS)
            answer.raise_for_status()
            return answer.json()
        except (requests.RequestException, ValueError):
            raise ProviderAway("the organisation's login can't be reached") from None

    def _client(self) -> OAuth2Session:
        return OAuth2Session(
            self._client_id,
            self._client_secret,
            scope="openid",
            redirect_uri=f"{self._portal_url}/organisatie/terug",
            code_challenge_method="S256",
        )


def _unguessable() -> str:
    return secrets.token_urlsafe(48)
