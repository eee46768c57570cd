"""The person's side: the sandbox's own paths, no part of the Bot API."""

import json
import os
import sys
import threading
import urllib.request

API_URL = os.environ["BOT_API_URL"]
TOKEN = os.environ["BOT_TOKEN"]
PERSON = 5001
HTML = "<b>понг</b> 🔇 <code>1 &lt; 2</code>"
TEXT = "понг 🔇 1 < 2"


def fail(what):
    """Says what did not match, and ends the whole process from any thread."""
    print(f"mismatch: {what}", file=sys.stderr, flush=True)
    os._exit(1)


def check(ok, what):
    if not ok:
        fail(what)


def sandbox(action, body=None):
    request = urllib.request.Request(
        f"{API_URL}/sandbox/{action}",
        data=None if body is None else json.dumps(body).encode(),
        headers={"Content-Type": "application/json"},
    )
    with urllib.request.urlopen(request) as response:
        return json.load(response)


def arrive():
    sandbox("user", {"id": PERSON, "first_name": "Олег", "language_code": "ru"})


def say(text):
    sandbox("say", {"chat": PERSON, "from": PERSON, "text": text})


def press(message_id, data):
    sandbox("press", {"chat": PERSON, "message_id": message_id, "from": PERSON, "data": data})


def check_answered(query_id):
    answer = sandbox(f"callback?id={query_id}")
    check(answer == {"text": "готово", "show_alert": True}, f"callback answer {answer}")


def check_sent(message):
    check(message.text == TEXT, f"text {message.text!r}")
    # A str enum in one library, text in the others.
    kinds = [(getattr(e.type, "value", e.type), e.offset, e.length) for e in message.entities]
    check(kinds == [("bold", 0, 4), ("code", 8, 5)], f"entities {kinds}")
    button = getattr(message.reply_markup, "inline_keyboard", None) or message.reply_markup.keyboard
    check(button[0][0].callback_data == "again:1", "the keyboard did not come back")


def check_gone():
    left = [m for m in sandbox(f"messages?chat={PERSON}") if m["from_bot"]]
    check(not left, "the message is still there")


# Nothing here takes long: whoever waits this long waits in vain.
watchdog = threading.Timer(40, fail, ["no end within 40 s"])
watchdog.daemon = True
watchdog.start()
