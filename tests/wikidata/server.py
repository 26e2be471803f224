"""The query service of a Wikidata of our own, over loopback, with faults on demand."""

from __future__ import annotations

import socket
import struct
import threading
import time
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

from pyoxigraph import QueryResultsFormat, QuerySolutions

from tests.wikidata.triples import Wikidata


@dataclass(frozen=True)
class Answer:
    """What the service says in the place of a right answer."""

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    #: Seconds before it answers at all.
    after: float = 0.0


def busy(seconds: int | str) -> Answer:
    return Answer(429, b"Rate limit exceeded", {"Retry-After": str(seconds)})


#: A right answer of which the connection delivers half.
CUT = "cut"
#: A right answer that ends in the middle and yet has the length that it says.
SHORT = "short"
#: The connection is reset.
RESET = "reset"

Fault = Answer | str


class Endpoint:
    """A running service: its address, what is wrong next, and what it was asked."""

    def __init__(self, wikidata: Wikidata, server: ThreadingHTTPServer) -> None:
        self.wikidata = wikidata
        self.url = f"http://127.0.0.1:{server.server_address[1]}/sparql"
        #: One for each of the next questions; None for a right answer.
        self.faults: deque[Fault | None] = deque()
        #: A fault for every question that is not in ``faults``.
        self.always: Fault | None = None
        self.questions: list[str] = []
        self.user_agents: set[str] = set()
        self.times: list[float] = []

    def answer(self, query: str) -> bytes:
        found = self.wikidata.store.query(query)
        assert isinstance(found, QuerySolutions)
        said = found.serialize(format=QueryResultsFormat.JSON)
        assert said is not None
        return said


@contextmanager
def serving(wikidata: Wikidata) -> Iterator[Endpoint]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    server.endpoint = endpoint = Endpoint(wikidata, server)  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield endpoint
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        endpoint: Endpoint = self.server.endpoint  # type: ignore[attr-defined]
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        query = parse_qs(form)["query"][0]
        endpoint.questions.append(query)
        endpoint.user_agents.add(self.headers["User-Agent"])
        endpoint.times.append(time.monotonic())
        fault = endpoint.faults.popleft() if endpoint.faults else endpoint.always
        if isinstance(fault, Answer):
            time.sleep(fault.after)
            self._send(fault.status, fault.body, fault.headers)
        elif fault == RESET:
            linger = struct.pack("ii", 1, 0)
            self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
            self.close_connection = True
            self.connection.close()
        else:
            body = endpoint.answer(query)
            size = len(body)
            if fault is not None:
                body = body[: size // 2]
            self._send(200, body, {"Content-Type": "application/sparql-results+json"},
                       size if fault == CUT else len(body))  # fmt: skip
            self.close_connection = self.close_connection or fault == CUT

    def _send(
        self, status: int, body: bytes, headers: dict[str, str], size: int | None = None
    ) -> None:
        try:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body) if size is None else size))
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            # Whoever asked has gone.
            self.close_connection = True

    def log_message(self, format: str, *args: object) -> None:
        pass

    def finish(self) -> None:
        with suppress(OSError, ValueError):
            super().finish()
