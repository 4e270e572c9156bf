#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a batch over the accessibility bus, knowing nothing of the window but names.

    accessibility.py RUSHES BATCH

opens BATCH in the program RUSHES on the sandbox, presses "Run", waits until the state of every job
reads "Succeeded", and reads the total. test_accessibility.sh gives it a display and a bus.
"""
import subprocess
import sys
import time

import pyatspi

PATIENCE = 60  # s, for each thing that is waited for


def below(node):
    """Every accessible below this one. What goes away meanwhile is passed over."""
    try:
        children = [node.getChildAtIndex(i) for i in range(node.childCount)]
    except Exception:
        return
    for child in children:
        if child is not None:
            yield child
            yield from below(child)


def names(root):
    found = []
    for node in below(root):
        try:
            found.append(node.name)
        except Exception:
            pass
    return found


def wait_for(what, look):
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        found = look()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"Waited {PATIENCE} s in vain for {what}.")


def application(pid):
    for program in pyatspi.Registry.getDesktop(0):
        try:
            if program is not None and program.get_process_id() == pid:
                return program
        except Exception:
            pass
    return None


def run_button(root):
    for node in below(root):
        try:
            usable = node.getState().contains(pyatspi.STATE_ENABLED)
            if node.name == "Run" and node.getRole() == pyatspi.ROLE_PUSH_BUTTON and usable:
                return node
        except Exception:
            pass
    return None


def press(button):
    actions = button.queryAction()
    names_of_actions = [actions.getName(i) for i in range(actions.nActions)]
    actions.doAction(names_of_actions.index("Press"))


def states(root):
    return [name for name in names(root) if name.startswith("State: ")]


def all_succeeded(root):
    found = states(root)
    return len(found) == 3 and all(state == "State: Succeeded" for state in found)


def drive(program):
    def registered():
        if program.poll() is not None:
            sys.exit(f"The program ended with {program.returncode} before it was on the bus.")
        return application(program.pid)

    root = wait_for("the program on the bus", registered)
    wait_for("three drafts", lambda: states(root) == ["State: Draft"] * 3)
    press(wait_for("a button Run", lambda: run_button(root)))
    wait_for("three successes", lambda: all_succeeded(root))
    wait_for("the bill", lambda: {"Total: $0.52", "Spent: $0.52"} <= set(names(root)))


def main():
    program = subprocess.Popen([sys.argv[1], "--sandbox", "--sandbox-speed", "60", sys.argv[2]])
    try:
        drive(program)
    finally:
        program.terminate()
        program.wait()


if __name__ == "__main__":
    main()
