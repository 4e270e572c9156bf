# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name access preferences)
    rushes_test(account ${name} LINKS rushes_account)
endforeach()

# On a session bus of their own; the first with GNOME Keyring.
foreach(name keychain keychainabsent)
    rushes_test(account ${name} LINKS rushes_account Qt6::DBus SOURCES account/secretservice.cpp)
endforeach()

# These run the real rushes-cli.
rushes_test(account keychaincli GUI LINKS rushes_account rushes_catalog rushes_sandbox Qt6::DBus
    SOURCES account/secretservice.cpp cli/program.cpp TIMEOUT 300)
rushes_test(account keyleaks LINKS Qt6::Gui
    SOURCES cli/program.cpp TIMEOUT 300)
foreach(name keychaincli keyleaks)
    add_dependencies(test_account_${name} rushes-cli)
endforeach()
