# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(settings preferencesdialog GUI LINKS rushes_settings Qt6::DBus
    SOURCES account/secretservice.cpp)
