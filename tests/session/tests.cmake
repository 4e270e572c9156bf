# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name batchdocument takes)
    rushes_test(session ${name} LINKS rushes_session)
endforeach()
rushes_test(session runsession GUI LINKS rushes_session
    SOURCES engine/scriptedservice.cpp support/httpscript.cpp)
