"""Patience with processes that a test waits for. It counts looks, not seconds, so that a slow machine takes none of it."""
import os


def descendants(process):
  """A process and all that come from it."""
  found = [process]
  for known in found:
    try:
      for task in os.listdir("/proc/%d/task" % known):
        with open("/proc/%d/task/%s/children" % (known, task)) as file:
          found += [int(child) for child in file.read().split()]
    except OSError:
      pass
  return found


def is_busy(process):
  """Whether a thread of a process, or of one that comes from it, runs, could run, or waits for a disk."""
  for known in descendants(process):
    try:
      for task in os.listdir("/proc/%d/task" % known):
        with open("/proc/%d/task/%s/stat" % (known, task)) as file:
          if file.read().rpartition(")")[2].split()[0] in "RD":
            return True
    except OSError:
      pass
  return False


class Patience:
  """Is at an end after 400 looks at processes that are all at rest; a look at busy ones takes a hundredth of that."""

  def __init__(self, process):
    self.process, self.left = process, 40000

  def ends(self):
    """Takes a look; the caller waits a little between two."""
    self.left -= 1 if is_busy(self.process) else 100
    return self.left <= 0
