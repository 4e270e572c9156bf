<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>catalog::Origin</name>
    <message numerus="yes">
        <source>Atlas Cloud&apos;s list, fetched %n minute(s) ago</source>
        <translation>
            <numerusform>Atlas Cloud&apos;s list, fetched %n minute ago</numerusform>
            <numerusform>Atlas Cloud&apos;s list, fetched %n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas Cloud&apos;s list, fetched %n hour(s) ago</source>
        <translation>
            <numerusform>Atlas Cloud&apos;s list, fetched %n hour ago</numerusform>
            <numerusform>Atlas Cloud&apos;s list, fetched %n hours ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Atlas Cloud&apos;s list, fetched %n day(s) ago</source>
        <translation>
            <numerusform>Atlas Cloud&apos;s list, fetched %n day ago</numerusform>
            <numerusform>Atlas Cloud&apos;s list, fetched %n days ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>catalog::ValueSchema</name>
    <message numerus="yes">
        <source>must have at least %n character(s).</source>
        <translation>
            <numerusform>must have at least %n character.</numerusform>
            <numerusform>must have at least %n characters.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at most %n character(s); this has %1.</source>
        <translation>
            <numerusform>must have at most %n character; this has %1.</numerusform>
            <numerusform>must have at most %n characters; this has %1.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at least %n element(s).</source>
        <translation>
            <numerusform>must have at least %n element.</numerusform>
            <numerusform>must have at least %n elements.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>must have at most %n element(s).</source>
        <translation>
            <numerusform>must have at most %n element.</numerusform>
            <numerusform>must have at most %n elements.</numerusform>
        </translation>
    </message>
</context>
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
    <name>ui::ChangePreview</name>
    <message numerus="yes">
        <source>%1 (%n jobs)</source>
        <extracomment>A parameter, and how many jobs have it.</extracomment>
        <translation>
            <numerusform>%1 (%n job)</numerusform>
            <numerusform>%1 (%n jobs)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs would change to %1</source>
        <translation>
            <numerusform>%n job would change to %1</numerusform>
            <numerusform>%n jobs would change to %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs have this model already</source>
        <translation>
            <numerusform>%n job has this model already</numerusform>
            <numerusform>%n jobs have this model already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 and %n more</source>
        <extracomment>After the first of a list: how many there are besides.</extracomment>
        <translation>
            <numerusform>%1 and %n more</numerusform>
            <numerusform>%1 and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs would have errors: %1</source>
        <translation>
            <numerusform>%n job would have errors: %1</numerusform>
            <numerusform>%n jobs would have errors: %1</numerusform>
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
    <name>ui::JobHeader</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
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
    <name>ui::ListStatus</name>
    <message numerus="yes">
        <source>%1 of %n models</source>
        <translation>
            <numerusform>%1 of %n model</numerusform>
            <numerusform>%1 of %n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ModelBrowser</name>
    <message numerus="yes">
        <source>Choose for %n jobs</source>
        <translation>
            <numerusform>Choose for %n job</numerusform>
            <numerusform>Choose for %n jobs</numerusform>
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
    <message numerus="yes">
        <source>%n job(s) with errors were left out of this run: nothing is paid for them.</source>
        <translation>
            <numerusform>%n job with errors was left out of this run: nothing is paid for it.</numerusform>
            <numerusform>%n jobs with errors were left out of this run: nothing is paid for them.</numerusform>
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
<context>
    <name>ui::modeltext</name>
    <message numerus="yes">
        <source>at most %n entries</source>
        <translation>
            <numerusform>at most %n entry</numerusform>
            <numerusform>at most %n entries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>at most %n characters</source>
        <translation>
            <numerusform>at most %n character</numerusform>
            <numerusform>at most %n characters</numerusform>
        </translation>
    </message>
</context>
</TS>
