"""A real browser for tests: Chromium without a network, told what to do over its own pipe (Chrome DevTools Protocol).

No driver and no library stands between: messages are JSON, each ended by a zero byte, on file descriptors 3 and 4.
"""

from __future__ import annotations

import base64
import json
import os
import select
import shutil
import subprocess
import time
from pathlib import Path
from typing import Any

PROGRAM = next(filter(None, map(shutil.which, ('chromium', 'chromium-browser', 'google-chrome'))), None)
FLAGS = (
    '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-default-apps', '--disable-extensions', '--mute-audio',
    '--hide-scrollbars', '--remote-debugging-pipe',
)  # fmt: skip
PATIENCE = 60.0  # seconds for one answer; the machine may be busy
KEYS = {' ': ('Space', 32), 'Tab': ('Tab', 9)}


class Browser:
    """One process of Chromium with one page; it remembers what the page asked for and what it complained of."""

    def __init__(self, profile: Path) -> None:
        """Starts it with an empty profile folder."""
        to_browser, self._write = os.pipe()
        self._read, from_browser = os.pipe()
        command = ' '.join((f'exec "$0" "$@" 3<&{to_browser} 4>&{from_browser}',))
        self._process = subprocess.Popen(
            ['/bin/bash', '-c', command, str(PROGRAM), *FLAGS, f'--user-data-dir={profile}', 'about:blank'],
            pass_fds=(to_browser, from_browser),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(to_browser)
        os.close(from_browser)
        self._number = 0
        self._waiting = b''
        self._session: str | None = None
        self.requests: list[str] = []
        self.complaints: list[str] = []
        self._loaded = 0
        target = next(one for one in self.send('Target.getTargets')['targetInfos'] if one['type'] == 'page')
        attached = self.send('Target.attachToTarget', targetId=target['targetId'], flatten=True)
        self._session = attached['sessionId']
        for domain in ('Page', 'Runtime', 'Log', 'Network', 'Accessibility'):
            self.send(f'{domain}.enable')

    def send(self, method: str, **values: Any) -> dict[str, Any]:
        """Sends a command and gives its answer; what happens meanwhile is remembered."""
        self._number += 1
        message = {'id': self._number, 'method': method, 'params': values}
        if self._session:
            message['sessionId'] = self._session
        os.write(self._write, json.dumps(message).encode() + b'\0')
        while True:
            answer = self._next()
            if answer.get('id') == self._number:
                assert 'error' not in answer, f'{method}: {answer["error"]}'
                return dict(answer['result'])

    def open(self, path: Path) -> None:
        """Opens a file and waits until it has loaded."""
        loaded = self._loaded
        self.send('Page.navigate', url=path.resolve().as_uri())
        self._wait_for_load(loaded)

    def reload(self) -> None:
        """Loads the page again."""
        loaded = self._loaded
        self.send('Page.reload')
        self._wait_for_load(loaded)

    def run(self, script: str) -> Any:
        """What an expression of JavaScript gives on the page, as plain data."""
        given = self.send('Runtime.evaluate', expression=script, returnByValue=True, awaitPromise=True)
        assert 'exceptionDetails' not in given, given['exceptionDetails']
        return given['result'].get('value')

    def press(self, key: str, code: str = '') -> None:
        """Presses a key and lets it go, as a keyboard does; `code` is its place on the keyboard, where that matters."""
        place, number = KEYS.get(key, (code or f'Key{key.upper()}', ord(key[0].upper())))
        text = {'text': key} if len(key) == 1 else {}
        common = {'key': key, 'code': place, 'windowsVirtualKeyCode': number}
        self.send('Input.dispatchKeyEvent', type='keyDown', **common, **text)
        self.send('Input.dispatchKeyEvent', type='keyUp', **common)

    def size(self, width: int, height: int = 900, *, phone: bool = False) -> None:
        """Shows the page as wide as that, in CSS pixels."""
        self.send('Emulation.setDeviceMetricsOverride', width=width, height=height, deviceScaleFactor=1, mobile=phone)
        self.send('Emulation.setTouchEmulationEnabled', enabled=phone)

    def media(self, name: str) -> None:
        """Shows the page as on `print`, or as on the screen with an empty name."""
        self.send('Emulation.setEmulatedMedia', media=name)

    def print(self) -> bytes:
        """The page as PDF, as the print dialogue would make it."""
        printed = self.send('Page.printToPDF', preferCSSPageSize=True, displayHeaderFooter=False)
        return base64.b64decode(printed['data'])

    def picture(self) -> bytes:
        """What is seen of the page, as PNG."""
        return base64.b64decode(self.send('Page.captureScreenshot', format='png')['data'])

    def tree(self) -> list[dict[str, Any]]:
        """The accessibility tree that a screen reader gets, its ignored nodes left out."""
        nodes = self.send('Accessibility.getFullAXTree')['nodes']
        return [
            {
                'role': node['role']['value'],
                'name': node.get('name', {}).get('value', ''),
                **{one['name']: one['value'].get('value') for one in node.get('properties', ())},
            }
            for node in nodes
            if not node.get('ignored')
        ]

    def close(self) -> None:
        """Ends the browser."""
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._write)
        os.close(self._read)

    def _wait_for_load(self, before: int) -> None:
        while self._loaded == before:
            self._next()

    def _next(self) -> dict[str, Any]:
        """The next message of the browser."""
        until = time.monotonic() + PATIENCE
        while b'\0' not in self._waiting:
            ready, _, _ = select.select([self._read], [], [], max(0.0, until - time.monotonic()))
            assert ready, f'Chromium said nothing for {PATIENCE} s'
            data = os.read(self._read, 1 << 20)
            assert data, 'Chromium has ended'
            self._waiting += data
        message, _, self._waiting = self._waiting.partition(b'\0')
        told = dict(json.loads(message))
        self._remember(told.get('method', ''), told.get('params', {}))
        return told

    def _remember(self, method: str, values: dict[str, Any]) -> None:
        if method == 'Page.loadEventFired':
            self._loaded += 1
        elif method == 'Network.requestWillBeSent':
            self.requests.append(values['request']['url'])
        elif method == 'Runtime.consoleAPICalled':
            self.complaints.append(' '.join(str(one.get('value', one)) for one in values['args']))
        elif method == 'Runtime.exceptionThrown':
            self.complaints.append(str(values['exceptionDetails'].get('text')))
        elif method == 'Log.entryAdded':
            self.complaints.append(values['entry']['text'])
