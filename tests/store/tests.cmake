# SPDX-License-Identifier: GPL-3.0-or-later
rushes_test(store manifest LINKS rushes_store)
rushes_test(store batchlock LINKS rushes_store SOURCES store/childprocess.cpp)
foreach(name ledger ledgerdisk ledgerfaults ledgermonth ledgeruploads)
    rushes_test(store ${name} LINKS rushes_store SOURCES store/ledgerfixture.cpp)
endforeach()
rushes_test(store ledgercrash LINKS rushes_store
    SOURCES store/childprocess.cpp store/ledgerfixture.cpp)
# It stands in for the disk: SQLite finds its system calls in place of the C library's.
set_target_properties(test_store_ledgerdisk PROPERTIES ENABLE_EXPORTS ON)
