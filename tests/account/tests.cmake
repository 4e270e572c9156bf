# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(account access LINKS rushes_account)
