"""Bitrix24's Python SDK against the local portal. See README.md."""

import http.client
import http.server
import os
import ssl
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from urllib.parse import urlsplit

from b24pysdk import BitrixWebhook, Client
from b24pysdk.errors import BitrixAPIError

SILENT = "imopenlines.session.mode.silent"


def tls_front(host: str, directory: Path) -> http.server.ThreadingHTTPServer:
    """Starts a TLS server on a free port that passes everything on to the host."""
    key, cert = directory / "key.pem", directory / "cert.pem"
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "1",
         "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1",
         "-keyout", key, "-out", cert],
        check=True, capture_output=True,
    )
    os.environ["REQUESTS_CA_BUNDLE"] = str(cert)

    class Front(http.server.BaseHTTPRequestHandler):
        def pass_on(self):
            length = int(self.headers.get("Content-Length") or 0)
            onward = http.client.HTTPConnection(host, timeout=30)
            onward.request(self.command, self.path, self.rfile.read(length), dict(self.headers))
            answer = onward.getresponse()
            body = answer.read()
            self.send_response(answer.status)
            for name, value in answer.getheaders():
                if name.lower() not in ("transfer-encoding", "content-length", "connection"):
                    self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
            onward.close()

        do_GET = do_POST = pass_on

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Front)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(cert, key)
    server.socket = context.wrap_socket(server.socket, server_side=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def expect(found, wanted, what: str):
    if found != wanted:
        raise AssertionError(f"{what}: {found!r} instead of {wanted!r}")


def run(webhook: str, chat: int, directory: Path):
    portal = urlsplit(webhook)
    _, user_id, secret = portal.path.strip("/").split("/")[-3:]
    front = tls_front(portal.netloc, directory)
    domain = f"127.0.0.1:{front.server_address[1]}"
    token = BitrixWebhook(domain=domain, webhook_token=f"{user_id}/{secret}")
    call = token.call_method

    client = Client(token)
    expect(str(client.profile().result["ID"]), user_id, "profile: ID")
    expect(call("profile")["result"]["ID"], user_id, "profile: ID, raw")

    on = call(SILENT, {"CHAT_ID": chat, "ACTIVATE": "Y"})
    expect(on["result"], True, "silent on")
    dialog = call("imopenlines.dialog.get", {"CHAT_ID": chat})["result"]
    expect((dialog["id"], dialog["dialog_id"]), (chat, f"chat{chat}"), "dialog.get")

    def is_silent():
        return call("imopenlines.v2.Session.isSilentMode", {"chatId": chat})["result"]["result"]

    expect(is_silent(), True, "isSilentMode after on")
    batch = token.call_batch({
        "off": (SILENT, {"CHAT_ID": chat, "ACTIVATE": "N"}),
        "dialog": ("imopenlines.dialog.get", {"CHAT_ID": chat}),
        "wrong": (SILENT, {"CHAT_ID": f"chat{chat}"}),
    })["result"]
    expect(batch["result"]["off"], True, "batch: off")
    expect(batch["result"]["dialog"]["id"], chat, "batch: dialog")
    expect(batch["result_error"]["wrong"]["error"], "CHAT_ID", "batch: wrong")
    expect(is_silent(), False, "isSilentMode after off")

    try:
        call(SILENT, {"CHAT_ID": f"chat{chat}", "ACTIVATE": "Y"})
        raise AssertionError("error: none")
    except BitrixAPIError as error:
        expect(error.error, "CHAT_ID", "error: code")
    recent = call("im.recent.get", {"ONLY_OPENLINES": "Y"})["result"]
    expect(f"chat{chat}" in [row["id"] for row in recent], True, "im.recent.get: the dialog")
    page = call("im.recent.list", {"LIMIT": 1, "SKIP_CHAT": "Y", "SKIP_DIALOG": "Y"})
    expect((page["total"], type(page["result"]["items"])), (-1, list), "im.recent.list")
    front.shutdown()


def main():
    webhook, chat = os.environ.get("PORTAL_WEBHOOK"), os.environ.get("PORTAL_CHAT")
    if not webhook or not chat:
        sys.exit("b24pysdk: PORTAL_WEBHOOK and PORTAL_CHAT must be set")
    with tempfile.TemporaryDirectory() as directory:
        try:
            run(webhook, int(chat), Path(directory))
        except Exception as error:
            sys.exit(f"b24pysdk: {type(error).__name__}: {error}")
    print("b24pysdk: passed")


main()
