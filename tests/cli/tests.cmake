# SPDX-License-Identifier: GPL-3.0-or-later
# These run the real program, against a sandbox of their own or of the program's.
foreach(name batchfiles editing run sandboxcommand usage)
    rushes_test(cli ${name} LINKS Qt6::Gui Qt6::Network rushes_config
        SOURCES cli/program.cpp TIMEOUT 300)
    add_dependencies(test_cli_${name} rushes-cli)
endforeach()
rushes_test(cli money GUI LINKS rushes_catalog rushes_sandbox SOURCES cli/program.cpp TIMEOUT 300)
add_dependencies(test_cli_money rushes-cli)
rushes_test(cli models LINKS Qt6::Gui Qt6::Network
    SOURCES cli/program.cpp support/httpscript.cpp TIMEOUT 300)
add_dependencies(test_cli_models rushes-cli)
foreach(name chains ledgerfile leftout oneatatime rerun resolve resume)
    rushes_test(cli ${name} GUI LINKS rushes_catalog rushes_sandbox
        SOURCES cli/program.cpp cli/ownserver.cpp TIMEOUT 300)
    add_dependencies(test_cli_${name} rushes-cli)
endforeach()

foreach(name outcome progressline)
    rushes_test(cli ${name} LINKS rushes_cli)
endforeach()
rushes_test(cli terminalrun LINKS rushes_cli SOURCES cli/program.cpp)
