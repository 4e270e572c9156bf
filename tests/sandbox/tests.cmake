# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name faults framesize jsonschema order requestschema shelf)
    rushes_test(sandbox ${name} LINKS rushes_sandbox)
endforeach()
foreach(name dialects faulty models restart service statefile)
    rushes_test(sandbox ${name} GUI LINKS rushes_sandbox SOURCES sandbox/service.cpp)
endforeach()
rushes_test(sandbox files GUI LINKS rushes_sandbox
    SOURCES sandbox/service.cpp sandbox/clipreader.cpp)
