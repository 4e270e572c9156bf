<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>batch::References</name>
    <message numerus="yes">
        <source>%n jobs are called “%1”, and job: must name a single one. Give them different names.</source>
        <translation>
            <numerusform>%n job is called “%1”, and job: must name a single one. Give them different names.</numerusform>
            <numerusform>%n jobs are called “%1”, and job: must name a single one. Give them different names.</numerusform>
        </translation>
    </message>
</context>
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
    <name>cli::Import</name>
    <message numerus="yes">
        <source>%n of the jobs have errors: a run leaves them out.</source>
        <translation>
            <numerusform>%n of the jobs has errors: a run leaves it out.</numerusform>
            <numerusform>%n of the jobs have errors: a run leaves them out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs were added to %1.</source>
        <translation>
            <numerusform>%n job was added to %1.</numerusform>
            <numerusform>%n jobs were added to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>config::Findings</name>
    <message numerus="yes">
        <source>%n more errors are not listed.</source>
        <translation>
            <numerusform>%n more error is not listed.</numerusform>
            <numerusform>%n more errors are not listed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more warnings are not listed.</source>
        <translation>
            <numerusform>%n more warning is not listed.</numerusform>
            <numerusform>%n more warnings are not listed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheet::Reader</name>
    <message numerus="yes">
        <source>The sheet is too long: up to %Ln rows can be read at once. Save parts of it as files of their own.</source>
        <translation>
            <numerusform>The sheet is too long: up to %Ln row can be read at once. Save parts of it as files of their own.</numerusform>
            <numerusform>The sheet is too long: up to %Ln rows can be read at once. Save parts of it as files of their own.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>More than %Ln columns are too many. Is the separator right?</source>
        <translation>
            <numerusform>More than %Ln column is too many. Is the separator right?</numerusform>
            <numerusform>More than %Ln columns are too many. Is the separator right?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>sheet::RowProblem</name>
    <message numerus="yes">
        <source>Rows %1 and %Ln more</source>
        <translation>
            <numerusform>Rows %1 and %Ln more</numerusform>
            <numerusform>Rows %1 and %Ln more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::Arrivals</name>
    <message numerus="yes">
        <source>Bring back %n jobs</source>
        <translation>
            <numerusform>Bring back %n job</numerusform>
            <numerusform>Bring back %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>There are %n things to know about what came.</source>
        <translation>
            <numerusform>There is %n thing to know about what came.</numerusform>
            <numerusform>There are %n things to know about what came.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n jobs</source>
        <translation>
            <numerusform>Import %n job</numerusform>
            <numerusform>Import %n jobs</numerusform>
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
    <message numerus="yes">
        <source>Switch %n jobs on</source>
        <translation>
            <numerusform>Switch %n job on</numerusform>
            <numerusform>Switch %n jobs on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Switch %n jobs off</source>
        <translation>
            <numerusform>Switch %n job off</numerusform>
            <numerusform>Switch %n jobs off</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BringingBack</name>
    <message numerus="yes">
        <source>%n files were made by other programs and say only their prompts: choose the models and the sizes.</source>
        <translation>
            <numerusform>%n file was made by another program and says only its prompt: choose the model and the size.</numerusform>
            <numerusform>%n files were made by other programs and say only their prompts: choose the models and the sizes.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::BroughtFiles</name>
    <message numerus="yes">
        <source>%n files don&apos;t say which job made them: %1.</source>
        <translation>
            <numerusform>%n file doesn&apos;t say which job made it: %1.</numerusform>
            <numerusform>%n files don&apos;t say which job made them: %1.</numerusform>
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
    <name>ui::ChipField</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
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
    <name>ui::ImportDialog</name>
    <message numerus="yes">
        <source>%Ln rows</source>
        <extracomment>How large a sheet is: &quot;500 rows&quot;, &quot;6 columns&quot;.</extracomment>
        <translation>
            <numerusform>%Ln row</numerusform>
            <numerusform>%Ln rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln columns</source>
        <translation>
            <numerusform>%Ln column</numerusform>
            <numerusform>%Ln columns</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %Ln jobs</source>
        <translation>
            <numerusform>Add %Ln job</numerusform>
            <numerusform>Add %Ln jobs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::ImportResult</name>
    <message numerus="yes">
        <source>And %Ln more</source>
        <translation>
            <numerusform>And %Ln more</numerusform>
            <numerusform>And %Ln more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>for %Ln jobs</source>
        <translation>
            <numerusform>for %Ln job</numerusform>
            <numerusform>for %Ln jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln rows are left out.</source>
        <translation>
            <numerusform>%Ln row is left out.</numerusform>
            <numerusform>%Ln rows are left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs have errors and would not be run.</source>
        <translation>
            <numerusform>%Ln job has errors and would not be run.</numerusform>
            <numerusform>%Ln jobs have errors and would not be run.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln jobs have warnings.</source>
        <translation>
            <numerusform>%Ln job has warnings.</numerusform>
            <numerusform>%Ln jobs have warnings.</numerusform>
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
    <message numerus="yes">
        <source>Make %n videos from these</source>
        <translation>
            <numerusform>Make %n video from this</numerusform>
            <numerusform>Make %n videos from these</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n jobs of their own</source>
        <translation>
            <numerusform>Make %n job of its own</numerusform>
            <numerusform>Make %n jobs of their own</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Make %n videos</source>
        <translation>
            <numerusform>Make %n video</numerusform>
            <numerusform>Make %n videos</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::JobTableModel</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs</source>
        <extracomment>Some of the jobs that an entry makes are switched off: &quot;23 of 24 jobs&quot;.</extracomment>
        <translation>
            <numerusform>%1 of %n job</numerusform>
            <numerusform>%1 of %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n models</source>
        <translation>
            <numerusform>%n model</numerusform>
            <numerusform>%n models</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sizes</source>
        <translation>
            <numerusform>%n size</numerusform>
            <numerusform>%n sizes</numerusform>
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
        <source>%n undecided</source>
        <translation>
            <numerusform>%n undecided</numerusform>
            <numerusform>%n undecided</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of all %n jobs</source>
        <translation>
            <numerusform>Of its %n job</numerusform>
            <numerusform>Of all %n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of the %n jobs that are switched on</source>
        <translation>
            <numerusform>Of the %n job that is switched on</numerusform>
            <numerusform>Of the %n jobs that are switched on</numerusform>
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
    <name>ui::MadeCard</name>
    <message numerus="yes">
        <source>%n jobs</source>
        <translation>
            <numerusform>%n job</numerusform>
            <numerusform>%n jobs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Edit these %n entries</source>
        <translation>
            <numerusform>Edit this %n entry</numerusform>
            <numerusform>Edit these %n entries</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MainWindow</name>
    <message numerus="yes">
        <source>Beside %1, %n job(s) would start from other files than before: their paths are values of variables or lists. Write those anew, or bring the files along.</source>
        <translation>
            <numerusform>Beside %1, %n job would start from another file than before: its path is a value of a variable or list. Write that anew, or bring the file along.</numerusform>
            <numerusform>Beside %1, %n jobs would start from other files than before: their paths are values of variables or lists. Write those anew, or bring the files along.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n entries of %1 make no jobs. The details say what is wrong, and where.</source>
        <translation>
            <numerusform>%n entry of %1 makes no jobs. The details say what is wrong, and where.</numerusform>
            <numerusform>%n entries of %1 make no jobs. The details say what is wrong, and where.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::MergeDetails</name>
    <message numerus="yes">
        <source>The choice is for all %n that are selected.</source>
        <translation>
            <numerusform>The choice is for the %n that is selected.</numerusform>
            <numerusform>The choice is for all %n that are selected.</numerusform>
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
    <name>ui::ResultsPane</name>
    <message numerus="yes">
        <source>Make %n videos from these</source>
        <translation>
            <numerusform>Make %n video from this</numerusform>
            <numerusform>Make %n videos from these</numerusform>
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
    <message numerus="yes">
        <source>%1 (%n jobs)</source>
        <extracomment>%1 is the entry or the file that makes so many jobs.</extracomment>
        <translation>
            <numerusform>%1 (%n job)</numerusform>
            <numerusform>%1 (%n jobs)</numerusform>
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
    <name>ui::VariationsCard</name>
    <message numerus="yes">
        <source>%n switched off in the table</source>
        <translation>
            <numerusform>%n switched off in the table</numerusform>
            <numerusform>%n switched off in the table</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n jobs, %2 together</source>
        <extracomment>How many of the jobs that an entry makes are switched on, and what these cost.</extracomment>
        <translation>
            <numerusform>%1 of %n job, %2 together</numerusform>
            <numerusform>%1 of %n jobs, %2 together</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n jobs, %1 together</source>
        <extracomment>How many jobs an entry makes, and what they cost.</extracomment>
        <translation>
            <numerusform>%n job, %1 together</numerusform>
            <numerusform>%n jobs, %1 together</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ui::jobclipboard</name>
    <message numerus="yes">
        <source>The clipboard holds %Ln lines of text, and up to %1 become jobs at once. Nothing was pasted: copy fewer lines, or import them as a table.</source>
        <translation>
            <numerusform>The clipboard holds %Ln line of text, and up to %1 become jobs at once. Nothing was pasted: copy fewer lines, or import them as a table.</numerusform>
            <numerusform>The clipboard holds %Ln lines of text, and up to %1 become jobs at once. Nothing was pasted: copy fewer lines, or import them as a table.</numerusform>
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
