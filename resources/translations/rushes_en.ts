<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>ui::BatchDocument</name>
    <message numerus="yes">
        <source>Delete %n jobs</source>
        <translation>
            <numerusform>Delete %n job</numerusform>
            <numerusform>Delete %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Duplicate %n jobs</source>
        <translation>
            <numerusform>Duplicate %n job</numerusform>
            <numerusform>Duplicate %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Move %n jobs</source>
        <translation>
            <numerusform>Move %n job</numerusform>
            <numerusform>Move %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::HeldDialog</name>
    <message numerus="yes">
        <source>%n submissions are selected.</source>
        <translation>
            <numerusform>%n submission is selected.</numerusform>
            <numerusform>%n submissions are selected.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobTable</name>
    <message numerus="yes">
        <source>Paste %n jobs</source>
        <translation>
            <numerusform>Paste %n job</numerusform>
            <numerusform>Paste %n jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobTableModel</name>
    <message numerus="yes">
        <source>Switch %n jobs off</source>
        <translation>
            <numerusform>Switch %n job off</numerusform>
            <numerusform>Switch %n jobs off</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch %n jobs on</source>
        <translation>
            <numerusform>Switch %n job on</numerusform>
            <numerusform>Switch %n jobs on</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::PastMessages</name>
    <message numerus="yes">
        <source>Fetching %n result(s) that are paid for. Nothing new is submitted.</source>
        <translation>
            <numerusform>Fetching %n result that is paid for. Nothing new is submitted.</numerusform>
            <numerusform>Fetching %n results that are paid for. Nothing new is submitted.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n result(s) are paid for and not fetched yet.</source>
        <translation>
            <numerusform>%n result is paid for and not fetched yet.</numerusform>
            <numerusform>%n results are paid for and not fetched yet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) are gone from the disk, and will be fetched again for nothing.</source>
        <translation>
            <numerusform>%n file is gone from the disk, and will be fetched again for nothing.</numerusform>
            <numerusform>%n files are gone from the disk, and will be fetched again for nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n submission(s) may or may not have been accepted. They are not sent again by themselves.</source>
        <translation>
            <numerusform>%n submission may or may not have been accepted. It is not sent again by itself.</numerusform>
            <numerusform>%n submissions may or may not have been accepted. They are not sent again by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The damaged ledger is kept as %1. %n of its entries could be read and are in the new one.</source>
        <translation>
            <numerusform>The damaged ledger is kept as %1. %n of its entries could be read and is in the new one.</numerusform>
            <numerusform>The damaged ledger is kept as %1. %n of its entries could be read and are in the new one.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunMessages</name>
    <message numerus="yes">
        <source>%n job(s) failed: the table says why.</source>
        <translation>
            <numerusform>%n job failed: the table says why.</numerusform>
            <numerusform>%n jobs failed: the table says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) of jobs that are no longer in the batch were fetched, into %1.</source>
        <translation>
            <numerusform>%n file of a job that is no longer in the batch was fetched, into %1.</numerusform>
            <numerusform>%n files of jobs that are no longer in the batch were fetched, into %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::RunStatus</name>
    <message numerus="yes">
        <source>about %n s left</source>
        <translation>
            <numerusform>about %n s left</numerusform>
            <numerusform>about %n s left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>about %n min left</source>
        <translation>
            <numerusform>about %n min left</numerusform>
            <numerusform>about %n min left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n failed</source>
        <translation>
            <numerusform>%n failed</numerusform>
            <numerusform>%n failed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unresolved</source>
        <translation>
            <numerusform>%n unresolved</numerusform>
            <numerusform>%n unresolved</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not run</source>
        <translation>
            <numerusform>%n not run</numerusform>
            <numerusform>%n not run</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n paid for and not fetched yet</source>
        <translation>
            <numerusform>%n paid for and not fetched yet</numerusform>
            <numerusform>%n paid for and not fetched yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) ready to run</source>
        <translation>
            <numerusform>%n job ready to run</numerusform>
            <numerusform>%n jobs ready to run</numerusform>
        </translation>
    </message>
</context>
</TS>
