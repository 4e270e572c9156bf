# SPDX-License-Identifier: GPL-3.0-or-later
foreach(name cache catalog estimate livelist merge model modelcheck schemareader search valueschema)
    rushes_test(catalog ${name} LINKS rushes_catalog)
endforeach()
rushes_test(catalog changeeffect LINKS rushes_catalog SOURCES models/manymodels.cpp)
foreach(name commonnames mediainputs modelchange referencecheck sizes usual)
    rushes_test(catalog ${name} LINKS rushes_catalog)
endforeach()
rushes_test(catalog agreement GUI LINKS rushes_catalog rushes_sandbox
    SOURCES catalog/randomschema.cpp sandbox/service.cpp)
