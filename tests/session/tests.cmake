# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name batchdocument documentedits findings references reload sourcediff takes variations)
    rushes_test(session ${name} LINKS rushes_session)
endforeach()
foreach(name chainedruns past runsession variedruns)
    rushes_test(session ${name} GUI LINKS rushes_session
        SOURCES engine/scriptedservice.cpp support/httpscript.cpp)
endforeach()
rushes_test(session runsandbox GUI LINKS rushes_session)
rushes_test(session runserver LINKS rushes_session Qt6::DBus SOURCES account/secretservice.cpp)
rushes_test(session balance LINKS rushes_session SOURCES support/httpscript.cpp)
