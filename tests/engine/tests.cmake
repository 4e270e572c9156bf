# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name backoff history plan pollschedule progress requestbody resultfile)
    rushes_test(engine ${name} LINKS rushes_engine)
endforeach()
rushes_test(engine origin LINKS rushes_engine)
foreach(name jobqueue wakewatch)
    rushes_test(engine ${name} LINKS rushes_engine SOURCES support/manualclock.cpp)
endforeach()
rushes_test(engine predictionwatch GUI LINKS rushes_engine
    SOURCES engine/scriptedservice.cpp support/httpscript.cpp support/manualclock.cpp)
rushes_test(engine faults GUI TIMEOUT 240 LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp support/memorysubmissions.cpp)
foreach(name answers control limits network takeup)
    rushes_test(engine ${name} GUI LINKS rushes_engine rushes_sandbox
        SOURCES engine/trial.cpp engine/scriptedservice.cpp support/httpscript.cpp
            support/memorysubmissions.cpp)
endforeach()
rushes_test(engine chains GUI TIMEOUT 240 LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp support/memorysubmissions.cpp)
rushes_test(engine following GUI LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp engine/scriptedservice.cpp support/httpscript.cpp
        support/memorysubmissions.cpp)
rushes_test(engine uploads GUI LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp engine/scriptedservice.cpp support/httpscript.cpp
        support/manualclock.cpp support/memorysubmissions.cpp)
rushes_test(engine inputfile GUI LINKS rushes_engine SOURCES support/testclip.cpp)
rushes_test(engine catalogrefresh LINKS rushes_engine
    SOURCES support/httpscript.cpp support/manualclock.cpp)
rushes_test(engine modelrequests GUI LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp sandbox/service.cpp support/memorysubmissions.cpp)
rushes_test(engine delivery LINKS rushes_engine
    SOURCES media/recipefiles.cpp support/httpscript.cpp support/manualclock.cpp)
rushes_test(engine recipes GUI LINKS rushes_engine rushes_sandbox
    SOURCES engine/trial.cpp engine/scriptedservice.cpp media/recipefiles.cpp
        support/httpscript.cpp support/memorysubmissions.cpp)
