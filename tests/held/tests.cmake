# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(held heldmodel GUI LINKS rushes_held)
