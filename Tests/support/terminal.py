"""The terminal of all tests: the emulator of Workbench, run as a process beside the test."""
import json, subprocess


class Emulator:
  """A terminal as wide and high as is said. It understands what ncurses sends to xterm-256color, and calls all else a fault."""
  _idle = []

  def __init__(self, workbench, columns=80, rows=24, kind="new"):
    self._process = Emulator._idle.pop() if Emulator._idle else subprocess.Popen(
        [workbench, "terminal"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    self._order("%s %d %d" % (kind, columns, rows))

  def _order(self, line, data=b""):
    self._process.stdin.write(line.encode() + b"\n" + data)
    self._process.stdin.flush()

  def feed(self, data):
    """Takes what a program sent."""
    self._order("feed %d" % len(data), data)

  def resize(self, columns, rows):
    self._order("size %d %d" % (columns, rows))

  def blank(self):
    """Forgets what was drawn, so that only what is drawn anew can be seen."""
    self._order("blank")

  def answers(self):
    """The bytes that the terminal has sent to the program since they were last asked for."""
    answers = bytes(int(byte, 16) for byte in self.state["answers"][0].split())
    self._order("answered")
    return answers

  @property
  def state(self):
    """alternate, keypad, plain, modes, faults, pictures; the rows of the screen and of the main screen."""
    self._order("state")
    return json.loads(self._process.stdout.readline())

  def close(self):
    Emulator._idle.append(self._process)
