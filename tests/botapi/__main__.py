"""The server by hand: python -m tests.botapi [PORT]

Start the bot with the two variables it prints, then type what people do, a line each:
`private TEXT`, `group TEXT`, `guest TEXT`, `inline TEXT`, or `press BUTTON` for a button (label
or callback data) of the last message. Every call of the bot is printed.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Callable

from tests.botapi import BotApiServer
from tests.botapi.faults import Json


async def main(port: int) -> None:
    loop = asyncio.get_running_loop()
    server = BotApiServer()
    await server.start(port)
    print(f"TELEGRAM_API_URL={server.url}\nTELEGRAM_BOT_TOKEN={server.token}", flush=True)
    printer = asyncio.create_task(_print_calls(server))
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        deed, _, text = line.strip().partition(" ")
        try:
            print("delivered" if _do(server, deed, text) else "withheld", flush=True)
        except LookupError as error:
            print(f"{error}\n{__doc__}", flush=True)
    printer.cancel()
    await server.stop()


def _do(server: BotApiServer, deed: str, text: str) -> object:
    make = server.make
    if deed == "press":
        sent = [c.result for c in server.calls if isinstance(c.result, dict) and "chat" in c.result]
        return server.push(make.press(sent[-1], text))
    kinds: dict[str, Callable[[str], Json]] = {
        "private": make.private,
        "group": make.group,
        "guest": make.guest,
        "inline": make.inline,
    }
    return server.push(kinds[deed](text))


async def _print_calls(server: BotApiServer) -> None:
    printed = complained = 0
    while True:
        for call in server.calls[printed:]:
            if call.method != "getUpdates":
                answer = f"  -> {call.error.description}" if call.error else ""
                parameters = json.dumps(call.parameters, ensure_ascii=False, indent=1)
                print(f"{call.method} {parameters}{answer}", flush=True)
        printed = len(server.calls)
        for violation in server.violations[complained:]:
            print(f"violation: {violation}", flush=True)
        complained = len(server.violations)
        await asyncio.sleep(0.2)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 8081))
