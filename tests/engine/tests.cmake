# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name backoff pollschedule progress requestbody resultfile)
    rushes_test(engine ${name} LINKS rushes_engine)
endforeach()
rushes_test(engine jobqueue LINKS rushes_engine SOURCES support/manualclock.cpp)
rushes_test(engine faults GUI TIMEOUT 240 LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp)
foreach(name answers control)
    rushes_test(engine ${name} GUI LINKS rushes_engine rushes_sandbox
        SOURCES engine/trial.cpp engine/scriptedservice.cpp support/httpscript.cpp)
endforeach()
