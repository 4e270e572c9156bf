// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"

#include <functional>

using namespace Qt::StringLiterals;
using batchtext::read;
using config::Format;

using Edit = std::function<void(batch::BatchSource &)>;

/// Values that become others, among the comments around them.
class TestReplacing : public QObject
{
    Q_OBJECT

private slots:
    void values_data();
    void values();
    void lists_data();
    void lists();
    void whatHoldsAnywayGoes_data();
    void whatHoldsAnywayGoes();
    void textAtTheEndWithoutBreak_data();
    void textAtTheEndWithoutBreak();
};

namespace {

const QByteArray head = "jobs:\n"
                        "  - name: a\n"
                        "    type: image\n"
                        "    model: m\n";

Edit prompt(const QString &text)
{
    return [text](batch::BatchSource &b) { b.jobs[0].job.prompt = text; };
}

batch::Job newJob()
{
    batch::Job job;
    job.name = u"new"_s;
    job.model = u"m"_s;
    job.prompt = u"p"_s;
    return job;
}

void append(batch::BatchSource &source)
{
    source.jobs.append(newJob());
}

void clear(batch::BatchSource &source)
{
    source.jobs.clear();
}

void addTextColumns()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Edit>("edit");
    QTest::addColumn<QByteArray>("after");
}

void addRow(const char *name, const QByteArray &before, const Edit &edit, const QByteArray &after)
{
    QTest::newRow(name) << before << edit << after;
    QTest::addRow("%s, CRLF", name) << QByteArray(before).replace("\n", "\r\n") << edit
                                    << QByteArray(after).replace("\n", "\r\n");
}

void compareWritten()
{
    QFETCH(QByteArray, before);
    QFETCH(Edit, edit);
    QFETCH(QByteArray, after);
    const config::BatchFile file = read(before);
    batch::BatchSource source = file.source;
    edit(source);
    const auto written = config::writeBatch(source, Format::Yaml, &file);
    QVERIFY2(written.has_value(), written ? "" : qPrintable(written.error()));
    QCOMPARE(QString::fromUtf8(*written), QString::fromUtf8(after));
}

} // namespace

void TestReplacing::values_data()
{
    addTextColumns();
    const auto row = [](const char *name, const char *before, const Edit &edit, const char *after) {
        addRow(name, head + before, edit, head + after);
    };
    row("comment behind the colon", "    prompt: # the client's words\n      Dawn # or dusk\n",
        prompt(u"Noon"_s), "    prompt: # the client's words\n      Noon # or dusk\n");
    row("comment behind the colon, more lines", "    prompt: # the client's words\n      Dawn\n",
        prompt(u"One\nTwo"_s),
        "    prompt: # the client's words\n      |-\n      One\n      Two\n");
    row(
        "comment before a number", "    prompt: p\n    seed:   # lucky\n      7\n",
        [](auto &b) { b.jobs[0].job.seed = 8; }, "    prompt: p\n    seed:   # lucky\n      8\n");
    row(
        "comment on a line before the value",
        "    prompt: p\n    negative_prompt:\n      # never show these\n      \"blur\"\n",
        [](auto &b) { b.jobs[0].job.negativePrompt = u"noise"_s; },
        "    prompt: p\n    negative_prompt:\n      # never show these\n      \"noise\"\n");
    row("comment behind an anchor", "    prompt: &p # the client's words\n      Dawn\n",
        prompt(u"Noon"_s), "    prompt: # the client's words\n      &p Noon\n");
    row(
        "a mapping behind a comment", "    prompt: p\n    params: # all\n      # none\n      {}\n",
        [](auto &b) {
            b.jobs[0].job.params = {{u"x"_s, 1}};
        },
        "    prompt: p\n    params: # all\n      # none\n      x: 1\n");
    row("plain text on two lines with a comment",
        "    prompt: a long prompt that goes\n      over two lines # note\n",
        prompt(u"a long prompt that goes over two lines and on"_s),
        "    prompt: a long prompt that\n      goes over two lines\n      and on # note\n");
    row("quoted text on two lines with a comment",
        "    prompt: 'a long prompt that goes\n      over two lines' # note\n    width: 5\n",
        prompt(u"a long prompt that goes over two lines and on"_s),
        "    prompt: 'a long prompt that\n      goes over two lines\n      and on' # note\n"
        "    width: 5\n");
    row("plain text with a comment becomes a block",
        "    prompt: a long prompt that goes\n      over two lines # note\n", prompt(u"One\nTwo"_s),
        "    prompt: |- # note\n      One\n      Two\n");
    row(
        "a tag's address in full", "    prompt: !<tag:yaml.org,2002:str> A\n    width: 5\n",
        [](auto &b) { b.jobs[0].job.width = 6; },
        "    prompt: !<tag:yaml.org,2002:str> A\n    width: 6\n");
    row("folded text with a list in it",
        "    prompt: >\n      One is folded\n      here:\n        * an item\n\n"
        "        * another\n\n      Two is\n      folded.\n",
        prompt(u"One is folded here:\n  * an item\n\n  * a third\n\nTwo is folded.\n"_s),
        "    prompt: >\n      One is folded\n      here:\n        * an item\n\n"
        "        * a third\n\n      Two is\n      folded.\n");
}

void TestReplacing::values()
{
    compareWritten();
}

void TestReplacing::lists_data()
{
    addTextColumns();
    const QByteArray job = "name: a\n    type: image\n    model: m\n    prompt: p\n";
    const QByteArray flowJob = "{name: a, type: image, model: m, prompt: p}";
    const QByteArray added = "  - name: new\n    type: image\n    model: m\n    prompt: p\n";
    addRow("sections stay without jobs",
           "jobs: # ours\n  # SECTION: May\n\n  # its own\n  - " + job
               + "  # - name: old\n\nbudget: 3\n",
           clear, "jobs: [] # ours\n  # SECTION: May\n\n  # - name: old\n\nbudget: 3\n");
    addRow("a section at the end", "jobs:\n  # SECTION: May\n\n  - " + job, clear,
           "jobs: []\n  # SECTION: May\n");
    addRow("comments between brackets stay without jobs",
           "jobs: [\n  # SECTION: May\n\n  # its own\n  " + flowJob + ", # a's\n  # old\n]\n",
           clear, "jobs: [\n  # SECTION: May\n  # old\n]\n");
    addRow("brackets alone close up", "jobs: [\n  # its own\n  " + flowJob + " # a's\n]\n", clear,
           "jobs: []\n");
    addRow("a section before the closing bracket", "jobs: [\n  # May\n\n  " + flowJob + "]\n",
           clear, "jobs: [\n  # May\n]\n");
    addRow("comments between empty brackets", "jobs: [\n  # put jobs here\n]\n", append,
           "jobs:\n  # put jobs here\n" + added);
    addRow("comments around empty brackets", "jobs: [ # none\n  # here\n  ] # yet\nbudget: 3\n",
           append, "jobs: # none # yet\n  # here\n" + added + "budget: 3\n");
}

void TestReplacing::lists()
{
    compareWritten();
}

void TestReplacing::whatHoldsAnywayGoes_data()
{
    addTextColumns();
    const QByteArray all = "defaults: {model: d, prompt: q}\n" + head
        + "    prompt: p # short\n    enabled: false\n    width: 5\n";
    const auto row = [&all](const char *name, const Edit &edit, const char *before,
                            const char *after) {
        addRow(name, all, edit, QByteArray(all).replace(before, after));
    };
    row("prompt", prompt({}), "    prompt: p # short\n", "");
    row(
        "model", [](auto &b) { b.jobs[0].job.model.clear(); }, "    model: m\n", "");
    const Edit enable = [](auto &b) { b.jobs[0].job.enabled = true; };
    row("enabled", enable, "    enabled: false\n", "");
    // Nobody asked for the comment to go.
    const QByteArray line = "    enabled: false # waits for the logo\n    width: 5\n";
    addRow("enabled with a comment", head + "    prompt: p\n" + line, enable,
           head + "    prompt: p\n" + QByteArray(line).replace("false", "true"));
    const QByteArray above = "    # waits for the logo\n    enabled: false\n";
    addRow("enabled below a comment", head + "    prompt: p\n" + above, enable,
           head + "    prompt: p\n" + QByteArray(above).replace("false", "true"));
    addRow("enabled in brackets",
           "jobs: [{name: a, type: image, model: m, prompt: p, enabled: false}]\n", enable,
           "jobs: [{name: a, type: image, model: m, prompt: p}]\n");
    // Where there is no default, it is said that there is none.
    const QByteArray merged =
        "base: &base {enabled: false}\n" + head + "    prompt: p\n" + "    <<: *base\n";
    addRow("enabled by a merge key", merged, enable, merged + "    enabled: true\n");
}

void TestReplacing::whatHoldsAnywayGoes()
{
    compareWritten();
}

void TestReplacing::textAtTheEndWithoutBreak_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char *end, const char *after) {
        QTest::newRow(end) << QByteArray(end) << QByteArray(after);
    };
    row("|2+\n      last", "|2-\n      last");
    row("|+\n      last", "|-\n      last");
    row(">\n      last", ">-\n      last");
    row("&a |\n      A {red|blue} bag > a {red|blue} shoe", // the first sign is the block's
        "&a |-\n      A {red|blue} bag > a {red|blue} shoe");
    row("A {red|blue} bag", "A {red|blue} bag");
}

/// What comes below would be part of a text that ends in no break. Only its own sign says so: none
/// of thousands that stand in texts is tried.
void TestReplacing::textAtTheEndWithoutBreak()
{
    QFETCH(QByteArray, end);
    QFETCH(QByteArray, after);
    QByteArray text = head + "    prompt: |\n";
    for (int i = 0; i < 5000; ++i)
        text += "      a {red|blue} bag\n";
    text += "  - name: b\n    type: image\n    model: m\n    prompt: ";
    const config::BatchFile file = read(text + end);
    batch::BatchSource source = file.source;
    append(source);
    const QByteArray written = batchtext::written(source, Format::Yaml, &file);
    QVERIFY2(written.startsWith(text + after + '\n'), written.sliced(text.size()).constData());
}

QTEST_GUILESS_MAIN(TestReplacing)
#include "test_replacing.moc"
