# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name contenttype faults framesize jsonschema multipart order references requestschema shelf)
    rushes_test(sandbox ${name} LINKS rushes_sandbox)
endforeach()
foreach(name dialects faulty models restart service statefile uploads)
    rushes_test(sandbox ${name} GUI LINKS rushes_sandbox SOURCES sandbox/service.cpp)
endforeach()
foreach(name files inputs)
    rushes_test(sandbox ${name} GUI LINKS rushes_sandbox
        SOURCES sandbox/service.cpp sandbox/clipreader.cpp)
endforeach()
