"""A Bot API server for tests: real HTTP, the limits and error shapes of the real one, and faults on request."""

from __future__ import annotations

import asyncio
import json
import re
from collections import defaultdict, deque
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web

from bench.servers import LOOPBACK, free_port
from tests.telegram import spec

TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"  # the example of Telegram's own documentation, less a letter
BOT = {"id": 110201543, "is_bot": True, "first_name": "Het andere gesprek", "username": "anderegesprekbot"}
MOST_TEXT, MOST_CAPTION, MOST_DATA, MOST_NOTE = 4096, 1024, 64, 200
MOST_UPDATES = 100
FAR_AHEAD = 10
TOO_LONG = {
    MOST_TEXT: "message is too long",
    MOST_CAPTION: "message caption is too long",
    MOST_NOTE: "MESSAGE_TOO_LONG",
}
DAY = 86_400
START = 1_790_000_000
PATIENCE_SECONDS = 60.0

Params = dict[str, Any]


class Refused(Exception):
    """An error as the Bot API gives it."""

    def __init__(self, status: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters


def bad(what: str) -> Refused:
    return Refused(400, f"Bad Request: {what}")


@dataclass
class Fault:
    """How a call goes wrong: refused with a status, cut off before it is done, or cut off behind it."""

    status: int = 0
    retry_after: int = 0
    cut_off: str = ""  # "before" or "behind"
    until: asyncio.Event | None = None  # it is not heard before

    def refusal(self) -> Refused:
        if self.status == 429:
            return Refused(429, f"Too Many Requests: retry after {self.retry_after}", retry_after=self.retry_after)
        said = {400: "Bad Request: something", 403: "Forbidden: bot was blocked by the user"}
        return Refused(self.status, said.get(self.status, "Internal Server Error"))


@dataclass
class Chat:
    """One chat: its messages as they are now, by id, and what was sent there in the order in which it was sent."""

    id: int
    type: str = "private"
    messages: dict[int, dict[str, Any]] = field(default_factory=dict)
    sent: list[dict[str, Any]] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    actions: list[str] = field(default_factory=list)
    blocked: bool = False
    left: bool = False


class Emulator:
    """The server. Calls are answered by the methods named after them."""

    def __init__(self, reaches: dict[str, str] | None = None) -> None:
        """`reaches` says where the addresses of a webhook are in truth."""
        self.port = free_port()
        self.chats: dict[int, Chat] = {}
        self.updates: deque[dict[str, Any]] = deque()
        self.faults: dict[str, deque[Fault]] = defaultdict(deque)
        self.calls: list[tuple[str, Params]] = []
        self.violations: list[str] = []
        self.commands: list[dict[str, str]] = []
        self.allowed: set[str] = set()  # kinds of updates; empty: all of them
        self.webhook: Params = {}
        self.deliveries: list[int] = []
        self.files: dict[str, bytes] = {}
        self.queries: dict[str, int] = {}
        self.reaches = reaches or {}
        self.polls = 0
        self.too_old: set[int] = set()  # messages, as Python names them, that can't be edited any more
        self._last_update = 700_000_000
        self._open: set[int] = set()
        self._closed: dict[int, asyncio.Event] = {}
        self._changed = asyncio.Condition()
        self._polling: asyncio.Task[Any] | None = None
        self._runner: web.AppRunner | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    @property
    def url(self) -> str:
        return f"http://{LOOPBACK}:{self.port}"

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Emulator]:
        await self.start()
        try:
            yield self
        finally:
            await self.stop()

    async def start(self) -> None:
        """Be reachable."""
        app = web.Application(client_max_size=60 * 1024 * 1024)
        app.router.add_route("*", "/bot{token}/{method}", self._call)
        app.router.add_get("/file/bot{token}/{path:.*}", self._download)
        self._runner = web.AppRunner(app, shutdown_timeout=0.1, access_log=None)
        await self._runner.setup()
        await web.TCPSite(self._runner, LOOPBACK, self.port).start()

    async def stop(self) -> None:
        """Be gone, as when the network is."""
        for task in list(self._tasks):
            task.cancel()
        if self._runner:
            await self._runner.cleanup()
            self._runner = None

    # What comes in for the bot

    def chat(self, id: int, type: str = "private") -> Chat:
        return self.chats.setdefault(id, Chat(id, type))

    async def put(self, what: dict[str, Any], id: int | None = None) -> int:
        """Make an update; gives its id. One that was made before can come once more."""
        if id is None:
            self._last_update += 1
            id = self._last_update
        update = {"update_id": id, **what}
        self.violations += spec.wrong_with_update(update)
        if self.allowed and not what.keys() & self.allowed:
            return id
        async with self._changed:
            self.updates.append(update)
            self._open.add(id)
            self._changed.notify_all()
        if self.webhook:
            self._background(self._deliver(update))
        return id

    async def dealt_with(self, update: int) -> None:
        """Wait until the bot has let it be known that it dealt with an update."""
        if update in self._open:
            closed = self._closed.setdefault(update, asyncio.Event())  # one each: there may be hundreds who wait
            await asyncio.wait_for(closed.wait(), PATIENCE_SECONDS)

    async def until(self, so: Callable[[], bool], seconds: float = PATIENCE_SECONDS) -> None:
        """Wait until something is so."""
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(so), seconds)

    async def _close(self, ids: set[int]) -> None:
        self._open -= ids
        for id in ids & self._closed.keys():
            self._closed.pop(id).set()
        async with self._changed:
            self._changed.notify_all()

    async def _deliver(self, update: dict[str, Any]) -> None:
        """Bring an update to the webhook until it is accepted, as Telegram does."""
        url, wait = self.webhook["url"], 0.05
        for outside, inside in self.reaches.items():
            url = url.replace(outside, inside)
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with aiohttp.ClientSession() as client:
            while True:
                with suppress(aiohttp.ClientError, asyncio.TimeoutError):
                    async with client.post(url, json=update, headers=headers) as answer:
                        self.deliveries.append(answer.status)
                        if answer.status // 100 == 2:
                            break
                await asyncio.sleep(wait)
                wait = min(wait * 2, 2.0)
        self.updates = deque(other for other in self.updates if other["update_id"] != update["update_id"])
        await self._close({update["update_id"]})

    def _background(self, work: Any) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    # What the bot calls

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        if request.match_info["token"] != TOKEN:
            return _refusal(Refused(401, "Unauthorized"))
        params, files = await _form(request)
        self.calls.append((method, params))
        self.violations += spec.wrong_with_call(method, params, set(files))
        answers = getattr(self, f"_{method}", None)
        fault = self.faults[method].popleft() if self.faults[method] else Fault()
        if fault.until:
            await fault.until.wait()
        try:
            if fault.cut_off == "before":
                return _cut_off(request)
            if fault.status:
                raise fault.refusal()
            if answers is None:
                raise Refused(404, "Not Found")
            result = await answers(params, files)
        except Refused as refused:
            return _refusal(refused)
        self.violations += spec.wrong_with_result(method, result)
        async with self._changed:
            self._changed.notify_all()
        if fault.cut_off == "behind":
            return _cut_off(request)
        return web.json_response({"ok": True, "result": result})

    async def _download(self, request: web.Request) -> web.Response:
        content = self.files.get(request.match_info["path"])
        if request.match_info["token"] != TOKEN or content is None:
            return _refusal(Refused(404, "Not Found"))
        return web.Response(body=content, content_type="application/octet-stream")

    async def _getMe(self, params: Params, files: Params) -> Any:
        return {
            **BOT, "can_join_groups": True, "can_read_all_group_messages": False, "supports_inline_queries": False,
        }  # fmt: skip

    async def _getUpdates(self, params: Params, files: Params) -> Any:
        if self.webhook:
            raise Refused(409, "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook first")
        if self._polling and not self._polling.done():
            self._polling.cancel()
        self._polling = asyncio.current_task()
        self.polls += 1
        self._allow(params)
        offset, limit = int(params.get("offset", 0)), int(params.get("limit", MOST_UPDATES))
        if offset > self._last_update + FAR_AHEAD:
            offset = 0  # of a count of before: the real server begins at the oldest it has
        await self._close({update["update_id"] for update in self.updates if update["update_id"] < offset})
        self.updates = deque(update for update in self.updates if update["update_id"] >= offset)
        with suppress(asyncio.TimeoutError):
            await self.until(lambda: bool(self.updates), float(params.get("timeout", 0)))
        return list(self.updates)[:limit]

    async def _setMyCommands(self, params: Params, files: Params) -> Any:
        self.commands = json.loads(params["commands"])
        if len(self.commands) > 100:
            raise bad("BOT_COMMANDS_TOO_MUCH")
        for command in self.commands:
            if not re.fullmatch(r"[a-z0-9_]{1,32}", command["command"]):
                raise bad("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad("BOT_COMMAND_DESCRIPTION_INVALID")
        return True

    async def _setWebhook(self, params: Params, files: Params) -> Any:
        if not params["url"].startswith("https://"):
            raise bad("bad webhook: An HTTPS URL must be provided for webhook")
        if not re.fullmatch(r"[A-Za-z0-9_-]{1,256}", params.get("secret_token", "-")):
            raise bad("secret token contains unallowed characters")
        self._allow(params)
        before, self.webhook = self.webhook, params
        for update in self.updates if not before else ():
            self._background(self._deliver(update))
        return True

    def _allow(self, params: Params) -> None:
        """Send from now on only the kinds of updates that were asked for, as far as any were."""
        self.allowed = set(json.loads(params.get("allowed_updates", "[]"))) or self.allowed

    async def _deleteWebhook(self, params: Params, files: Params) -> Any:
        self.webhook = {}
        return True

    async def _sendMessage(self, params: Params, files: Params) -> Any:
        return self._send(params, text=_measured(params.get("text", ""), MOST_TEXT, "message text is empty"))

    async def _sendPhoto(self, params: Params, files: Params) -> Any:
        _, content = files["photo"]
        if not content.startswith(b"\x89PNG"):
            raise bad("IMAGE_PROCESS_FAILED")
        size = {"width": int.from_bytes(content[16:20], "big"), "height": int.from_bytes(content[20:24], "big")}
        photo = {"file_id": self.keep(content), "file_unique_id": "u", **size, "file_size": len(content)}
        return self._send(params, photo=[photo], **_caption(params))

    async def _sendDocument(self, params: Params, files: Params) -> Any:
        name, content = files["document"]
        return self._send(params, document=self.document(name, content), **_caption(params))

    async def _sendChatAction(self, params: Params, files: Params) -> Any:
        self._to(params).actions.append(params["action"])
        return True

    async def _answerCallbackQuery(self, params: Params, files: Params) -> Any:
        chat = self.queries.pop(params["callback_query_id"], None)
        if chat is None:
            raise bad("query is too old and response timeout expired or query ID is invalid")
        text = params.get("text", "")
        _measured(text, MOST_NOTE, "")
        self.chats[chat].notes.append(text)
        return True

    async def _editMessageText(self, params: Params, files: Params) -> Any:
        return self._edit(params, text=_measured(params["text"], MOST_TEXT, "message text is empty"))

    async def _editMessageReplyMarkup(self, params: Params, files: Params) -> Any:
        return self._edit(params)

    async def _getFile(self, params: Params, files: Params) -> Any:
        path = f"documents/{params['file_id']}"
        if path not in self.files:
            raise bad("invalid file_id")
        size = len(self.files[path])
        return {"file_id": params["file_id"], "file_unique_id": "u", "file_size": size, "file_path": path}

    async def _leaveChat(self, params: Params, files: Params) -> Any:
        self._to(params).left = True
        return True

    # Messages

    def keep(self, content: bytes) -> str:
        """Keep a file; gives its id."""
        id = f"file{len(self.files)}"
        self.files[f"documents/{id}"] = content
        return id

    def document(self, name: str, content: bytes) -> dict[str, Any]:
        """Return a file as Telegram describes it."""
        return {"file_id": self.keep(content), "file_unique_id": "u", "file_name": name, "file_size": len(content)}

    def message(self, chat: Chat, sender: dict[str, Any], **what: Any) -> dict[str, Any]:
        """Put a message in a chat."""
        id = max(chat.messages, default=0) + 1
        place = {"id": chat.id, "type": chat.type}
        place |= {"first_name": "Sanne"} if chat.type == "private" else {"title": "Afdeling 3"}
        made = {"message_id": id, "date": START + id, "chat": place, "from": sender, **what}
        chat.messages[id] = made
        return made

    def _to(self, params: Params) -> Chat:
        chat = self.chats.get(int(params["chat_id"]))
        if chat is None:
            raise bad("chat not found")
        if chat.blocked:
            raise Refused(403, "Forbidden: bot was blocked by the user")
        return chat

    def _send(self, params: Params, **what: Any) -> dict[str, Any]:
        chat = self._to(params)
        made = self.message(chat, BOT, **what, **_markup(params))
        chat.sent.append(made)
        return made

    def _edit(self, params: Params, **what: Any) -> dict[str, Any]:
        message = self._to(params).messages.get(int(params["message_id"]))
        if message is None:
            raise bad("message to edit not found")
        if message["from"] != BOT or id(message) in self.too_old:
            raise bad("message can't be edited")
        if "text" in what and "text" not in message:
            raise bad("there is no text in the message to edit")
        after = {name: value for name, value in message.items() if name not in ("reply_markup", "edit_date")}
        after |= {**what, **_markup(params)}
        if after == {name: value for name, value in message.items() if name != "edit_date"}:
            raise bad("message is not modified: specified new message content and reply markup are exactly the same")
        message.clear()
        message.update(after, edit_date=START + DAY)
        return message


def _caption(params: Params) -> dict[str, str]:
    caption = params.get("caption", "")
    return {"caption": _measured(caption, MOST_CAPTION, "")} if caption else {}


def _measured(text: str, most: int, empty: str) -> str:
    if not text.strip() and empty:
        raise bad(empty)
    if len(text.encode("utf-16-le")) // 2 > most:
        raise bad(TOO_LONG[most])
    return text


def _markup(params: Params) -> dict[str, Any]:
    if not params.get("reply_markup"):
        return {}
    markup = json.loads(params["reply_markup"])
    for button in (button for row in markup.get("inline_keyboard", []) for button in row):
        if not button["text"] or not ({"callback_data", "web_app", "url"} & button.keys()):
            raise bad("Text buttons are unallowed in the inline keyboard")
        if "callback_data" in button and not 1 <= len(button["callback_data"].encode()) <= MOST_DATA:
            raise bad("BUTTON_DATA_INVALID")
        if not button.get("web_app", {"url": "https://"})["url"].startswith("https://"):
            raise bad("inline keyboard button Web App URL is invalid: Only HTTPS links are allowed")
    return {"reply_markup": markup} if markup.get("inline_keyboard") else {}


async def _form(request: web.Request) -> tuple[Params, dict[str, tuple[str, bytes]]]:
    """Read the parameters of a call, from a form with or without files."""
    params: Params = dict(request.query)
    files: dict[str, tuple[str, bytes]] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            with value.file as file:
                files[name] = value.filename, file.read()
        else:
            params[name] = value
    attached = {name: params.pop(name).removeprefix("attach://") for name in list(params) if _attached(params[name])}
    return params, {**files, **{name: files[part] for name, part in attached.items()}}


def _attached(value: Any) -> bool:
    return isinstance(value, str) and value.startswith("attach://")


def _refusal(refused: Refused) -> web.Response:
    body: dict[str, Any] = {"ok": False, "error_code": refused.status, "description": refused.description}
    if refused.parameters:
        body["parameters"] = refused.parameters
    return web.json_response(body, status=refused.status)


def _cut_off(request: web.Request) -> web.Response:
    """Break the connection off; what is returned reaches nobody."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()
