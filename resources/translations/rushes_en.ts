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
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>%n job(s) failed: the table says why.</source>
        <translation>
            <numerusform>%n job failed: the table says why.</numerusform>
            <numerusform>%n jobs failed: the table says why.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) may or may not have been accepted and are not sent again by themselves.</source>
        <translation>
            <numerusform>%n job may or may not have been accepted and is not sent again by itself.</numerusform>
            <numerusform>%n jobs may or may not have been accepted and are not sent again by themselves.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n job(s) are paid for and not fetched yet: Run takes them up again.</source>
        <translation>
            <numerusform>%n job is paid for and not fetched yet: Run takes it up again.</numerusform>
            <numerusform>%n jobs are paid for and not fetched yet: Run takes them up again.</numerusform>
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
