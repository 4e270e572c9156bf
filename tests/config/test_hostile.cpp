// SPDX-License-Identifier: GPL-3.0-or-later
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

/// Files that no person wrote: refused soon, with file and line, before they take the memory of
/// the machine. Each is read by a process of its own.
class TestHostile : public QObject
{
    Q_OBJECT

private slots:
    void refused_data();
    void refused();
};

namespace {

constexpr qsizetype megabyte = 1024 * 1024;
constexpr qsizetype largest = 16 * megabyte; ///< that is read at all

QByteArray filled(const QByteArray &begin, const QByteArray &piece,
                  const QByteArray &end = QByteArray())
{
    return begin + piece.repeated((largest - begin.size() - end.size()) / piece.size()) + end;
}

QByteArray laughs()
{
    QByteArray text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n";
    for (int i = 1; i < 12; ++i) {
        const QByteArray name = "a" + QByteArray::number(i);
        text += name + ": &" + name + " [" + ("*a" + QByteArray::number(i - 1) + ", ").repeated(10)
            + "]\n";
    }
    return text + "jobs: *a11\n";
}

/// `make` of 0, 1, 2 … one after the other.
template <typename Make>
QByteArray counted(const QByteArray &begin, int count, Make make, const QByteArray &end)
{
    QByteArray text = begin;
    for (int i = 0; i < count; ++i)
        text += make(QByteArray::number(i));
    return text + end;
}

/// A list that is large, and once more in a list that is still open, and once more …
QByteArray nestedAliases()
{
    QByteArray text = "a: &a [" + QByteArray("x, ").repeated(200'000) + "x]\nb: ";
    for (int i = 0; i < 500; ++i)
        text += "\n " + QByteArray(i, ' ') + "- *a\n " + QByteArray(i, ' ') + "- ";
    return text + "*a\njobs: []\n";
}

/// Each mapping has what the one before it has, and one key more.
QByteArray nestedMerges()
{
    return counted(
        "m0: &m0 {k: 1}\n", 5000,
        [](const QByteArray &number) {
            const QByteArray next = QByteArray::number(number.toInt() + 1);
            return "m" + next + ": &m" + next + " {<<: *m" + number + ", k" + next + ": 1}\n";
        },
        "jobs: []\n");
}

/// Aliases of what is deep already.
QByteArray deepAliases()
{
    const QByteArray open = QByteArray("[").repeated(400);
    const QByteArray close = QByteArray("]").repeated(400);
    return counted(
        "a0: &a0 x\n", 2000,
        [&](const QByteArray &number) {
            const QByteArray next = QByteArray::number(number.toInt() + 1);
            return "a" + next + ": &a" + next + ' ' + open + "*a" + number + close + '\n';
        },
        "jobs: []\n");
}

QByteArray jobOf(const QByteArray &keys)
{
    return "jobs: [{name: a, type: image, model: m, prompt: p, " + keys + "}]\n";
}

} // namespace

void TestHostile::refused_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("size"); ///< of the file; it is longer than the text by holes
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("contains");
    const auto row = [](const char *title, const QByteArray &text, const QString &place,
                        const QString &contains, const QString &name = u"bad.yaml"_s,
                        qint64 size = 0) {
        QTest::newRow(title) << name << text << std::max<qint64>(size, text.size()) << place
                             << contains;
    };
    const QString json = u"bad.json"_s;
    const QString yaml = u"bad.yaml"_s;
    const QString deep = u"nested too deeply"_s;
    const QString many = u"too many values"_s;
    const QString longLine = u"longer than 1 MB"_s;

    row("deep lists", filled("jobs: ", "["), u":1:1007: "_s, deep);
    row("deep lists on lines", filled("jobs:\n", " [\n"), u""_s, u"more than 1,000,000 lines"_s);
    row("deep lists on some lines", "jobs:\n" + QByteArray("  [[[[\n").repeated(100'000), u":"_s,
        deep);
    row("deep mappings", filled("jobs: ", "{a: "), u":1:4007: "_s, deep);
    row("deep dashes", filled("jobs:\n", "- "), u":2:1: "_s, longLine);
    row("some deep dashes", "jobs:\n" + QByteArray("- ").repeated(100'000), u":2:"_s, deep);
    row("deep keys", "jobs:\n" + QByteArray("? ").repeated(100'000), u":2:"_s, deep);
    row("deep lines",
        counted("jobs:\n", 2000,
                [](const QByteArray &number) { return QByteArray(number.toInt(), ' ') + " a:\n"; },
                {}),
        u":499:501: "_s, deep);
    row("deep JSON", filled("{\"jobs\": ", "["), u":1:500008: "_s, many, json);
    row("some deep JSON", "{\"jobs\": " + QByteArray(100'000, '['), u":1:"_s, u"deep"_s, json);
    row("billion laughs", laughs(), u":6:"_s, many);
    row("nested aliases", nestedAliases(), u":"_s, many);
    row("deep aliases", deepAliases(), u":4:"_s, deep);
    row("nested merges", nestedMerges(), u":"_s, many);
    row("merges everywhere",
        counted(
            "base: &b {", 5000, [](const QByteArray &number) { return 'k' + number + ": 1, "; },
            "z: 1}\njobs:\n")
            + QByteArray("- {<<: *b}\n").repeated(5000),
        u":"_s, many);
    row("alias of itself", "a: &a [*a]\njobs: *a\n", u":1:8: "_s, u"contains it"_s);
    row("100 MB", "jobs: []\n", u".yaml: "_s, u"larger than 16 MB"_s, yaml, 100 * megabyte);
    row("60 MB on a line", "jobs: x", u".yaml: "_s, u"larger than 16 MB"_s, yaml, 60 * megabyte);
    row("100 MB of JSON", "{", u".json: "_s, u"larger than 16 MB"_s, json, 100 * megabyte);
    row("a line of 16 MB", filled("jobs:\n  - name: ", "word "), u":2:1: "_s, longLine);
    row("two million items", "jobs: [" + QByteArray("a,a,\n").repeated(900'000) + ']', u":"_s,
        many);
    row("two million on a line", "jobs: [" + QByteArray("a,").repeated(2'000'000) + ']',
        u":1:1: "_s, longLine);
    row("two million items in JSON", "{\"jobs\": [" + QByteArray("1,").repeated(2'000'000) + "1]}",
        u":1:1000006: "_s, many, json);
    row("many jobs", filled("jobs:\n", "- {name: n, type: image, model: m, prompt: p}\n"), u":"_s,
        many);
    const QByteArray wrong = "  - {name: [], type: 7, model: {}, prompt: [x], width: a, height: {},"
                             " params: 7, seed: x}\n";
    row("wrong types everywhere", "jobs:\n" + wrong.repeated(27'000), u":2:12: jobs[0].name"_s,
        u"Expected"_s);
    row("wrong types everywhere in JSON",
        "{\"jobs\": ["
            + QByteArray("{\"name\": [], \"type\": 7, \"width\": \"a\", \"seed\": {}, \"x\": 1},")
                  .repeated(34'000)
            + "1]}",
        u":1:11: jobs[0].model"_s, u"missing"_s, json);
    row("wrong types in jobs of some length",
        filled("jobs:\n",
               "  - name: n\n    type: picture\n    model: m\n    prompt: "
                   + QByteArray("some words, ").repeated(80) + "\n"),
        u":3:11: jobs[0].type"_s, u"Expected"_s);
    row("unknown keys in JSON on a line",
        counted(
            "{\"jobs\": [", 150'000,
            [](const QByteArray &number) { return "{\"k" + number + "\":1},"; }, "1]}"),
        u":1:11: jobs[0].name"_s, u"missing"_s, json);
    row("many unknown keys",
        counted("jobs: 7\n", 240'000,
                [](const QByteArray &number) { return 'k' + number + ": 1\n"; }, {}),
        u":1:7: jobs"_s, u"Expected a list"_s);
    row("many misspelled keys",
        "jobs:\n  - {name: a}\n"
            + QByteArray("  - {nane: a, tpye: image, modle: m, pormpt: p, widht: 5}\n")
                  .repeated(40'000),
        u":2:5: jobs[0].type"_s, u"missing"_s);
    row("many variables",
        counted(
            "vars:\n", 240'000, [](const QByteArray &number) { return " v" + number + ": 1\n"; },
            "jobs: 7\n"),
        u": jobs"_s, u"Expected a list"_s);
    row("many wrong variables",
        counted(
            "vars:\n", 230'000, [](const QByteArray &number) { return " v" + number + ": []\n"; },
            "jobs: 7\n"),
        u":2:6: vars.v0"_s, u"Expected a text"_s);
    row("many prices",
        counted(
            "models: {m: {price_by_resolution: {", 40'000,
            [](const QByteArray &number) { return 'r' + number + ": x, "; }, "z: 1}}}\njobs: []\n"),
        u":1:40: models.m.price_by_resolution.r0"_s, u"Expected an amount"_s);
    row("many wrong items", "jobs:\n" + QByteArray("- 1\n").repeated(490'000), u":2:3: jobs[0]"_s,
        u"Expected a job"_s);
    row("many wrong values", jobOf("matrix: {a: [" + QByteArray("[],").repeated(300'000) + "1]}"),
        u":1:65: jobs[0].matrix.a[0]"_s, u"Expected one value"_s);
    row("many wrong exclusions", jobOf("exclude: [" + QByteArray("7,").repeated(390'000) + "1]"),
        u":1:62: jobs[0].exclude[0]"_s, u"Expected a mapping"_s);
    row("wrong settings", "max_workers: []\nvars: 7\ndefaults: x\ninclude: {a: 1}\njobs: 7\n",
        u":1:14: max_workers"_s, u"Expected"_s);
    row("keys twice",
        "jobs:\n" + QByteArray("  - name: a\n    name: b\n    type: image\n").repeated(70'000),
        u":2:5: "_s, u"model is missing"_s);
    row("a key very often", QByteArray("a: 1\n").repeated(240'000) + "jobs: []\n", u":2:1: "_s,
        u"stands twice: first on line 1"_s);
    row("long keys twice",
        counted(
            "jobs: []\n", 400,
            [](const QByteArray &number) {
                const QByteArray in = QByteArray(number.toInt(), ' ');
                const QByteArray key = QByteArray("k").repeated(900);
                return in + key + ": 1\n" + in + key + ": 2\n" + in + "n:\n";
            },
            QByteArray(400, ' ') + "z: 1\n"),
        u":3:1: "_s, u"stands twice"_s);
    row("invalid UTF-8 at the end",
        filled("jobs: []\n", "# café, a comment of some length\n", "\xE9\n"), u":"_s, u"UTF-8"_s);
    row("invalid UTF-8 everywhere", filled("jobs: []\n# ", "\xFF"), u":2:3: "_s, u"UTF-8"_s);
    row("invalid UTF-8 late", "jobs: []\n" + QByteArray("# x\n").repeated(900'000) + "\xE9\n",
        u":900002:1: "_s, u"UTF-8"_s);
    row("UTF-16", filled("\xFF\xFE", QByteArray("j\0o\0", 4)), u":1:1: "_s, u"UTF-16"_s);
    row("UTF-16 without a mark", filled({}, QByteArray("j\0o\0", 4)), u":1:2: "_s, u"control"_s);
    row("NUL bytes", filled("jobs: []\n", QByteArray("\0", 1)), u":2:1: "_s, u"control"_s);
    row("double quote open", "jobs:\n  - name: \"" + QByteArray("x y\n").repeated(900'000), u":"_s,
        u"not closed"_s);
    row("single quote open", "jobs:\n  - name: 'x\n" + QByteArray("  x y\n").repeated(900'000),
        u":"_s, u"not closed"_s);
    row("quote open before much",
        filled("jobs:\n  - name: \"", "some words, and more than enough of them\n    "),
        u":2:11: "_s, u"not closed"_s);
    row("a long text on lines", filled("jobs: ", "some words, a few more\n  ", "\n"), u":1:7: "_s,
        u"Expected a list"_s);
    row("a long text in quotes", filled("jobs: '", "some words, a few more\n  ", "'\n"),
        u":1:7: "_s, u"Expected a list"_s);
    row("quote open in JSON", filled("{\"jobs\": \"", "x"), u":1:"_s, u"JSON"_s, json);
    row("bracket open", "jobs: [\n" + QByteArray("{a: b},\n").repeated(50'000), u":"_s,
        u"bracket"_s);
    row("bracket open before much", "jobs: [[{name: a, " + QByteArray("b: ").repeated(300'000),
        u":1:"_s, u"bracket"_s);
    row("wrong at the end",
        filled("jobs:\n", "  - name: n\n    prompt: " + QByteArray("words ").repeated(80) + "\n",
               "\t- x\n"),
        u":"_s, u"A tab stands"_s);
    row("backslashes", filled("jobs: \"", "\\"), u":1:1: "_s, longLine);
    row("comments alone", QByteArray("# a line of words\n").repeated(900'000), u".yaml: "_s,
        u"empty"_s);
    row("a million comments", filled({}, "# xyz\n"), u".yaml: "_s, u"1,000,000 lines"_s);
    row("line breaks", filled("", "\n"), u".yaml: "_s, u"1,000,000 lines"_s);
    row("anchors", "jobs: [" + QByteArray("&a ").repeated(300'000), u":1:"_s, u"anchors"_s);
    row("directives", filled("", "%x\n"), u".yaml: "_s, u""_s);
    row("documents", QByteArray("---\n").repeated(900'000), u":2:1: "_s, u"second document"_s);
    row("a text for jobs", filled("jobs: |\n", "  a line of some length, of words\n"), u":1:7: "_s,
        u"Expected a list"_s);
    row("takes beyond all limits", jobOf("count: 2000000000"), u":1:"_s, u"2,000,000,000 jobs"_s);
    row("a limit beyond all limits", "max_variations: 2000000000\n" + jobOf("count: 2000000000"),
        u":1:17: max_variations"_s, u"from 1 to 100,000"_s);
    row("a variable a million times",
        "vars: {v: '" + QByteArray("x").repeated(900'000) + "'}\njobs:\n"
            + "  - {name: a, type: image, model: m}\ndefaults:\n  prompt: '"
            + QByteArray("{v}").repeated(300'000) + "'\n",
        u": jobs[0].prompt"_s, u"1,000,000 characters"_s);
    row("a long default prompt",
        "defaults:\n  prompt: |\n" + QByteArray("    some words to be said\n").repeated(300'000)
            + "jobs:\n" + QByteArray("  - {name: a, type: image, model: m}\n").repeated(1000),
        u": jobs[0].prompt"_s, u"1,000,000 characters"_s);
    row("many default parameters",
        counted(
            "defaults:\n  params:\n", 100'000,
            [](const QByteArray &number) { return "    p" + number + ": 1\n"; }, "jobs:\n")
            + QByteArray("  - {name: a, type: image, model: m, prompt: p}\n").repeated(10'000),
        u": jobs["_s, u"64,000,000 characters"_s);
    row("many axes",
        counted(
            "jobs:\n  - name: a\n    type: image\n    model: m\n    prompt: p\n    count: 1000\n"
            "    matrix:\n",
            100'000, [](const QByteArray &number) { return "      a" + number + ": [1]\n"; }, {}),
        u": jobs[0].matrix"_s, u"64,000,000 characters"_s);
}

void TestHostile::refused()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, text);
    QFETCH(qint64, size);
    QFETCH(QString, place);
    QFETCH(QString, contains);
    const QTemporaryDir folder;
    QFile file(folder.filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    QVERIFY(file.resize(size));
    file.close();

    QProcess reading;
    reading.start(QStringLiteral(RUSHES_BUILD_DIR "/bin/readfile"), {file.fileName()});
    QVERIFY(reading.waitForFinished(60'000));
    QCOMPARE(reading.exitStatus(), QProcess::NormalExit);
    QCOMPARE(reading.exitCode(), 1);
    const QList<QByteArray> lines = reading.readAllStandardOutput().split('\n');
    QVERIFY(lines.size() >= 3);
    const QString message = QString::fromUtf8(lines[2]);
    QVERIFY2(message.startsWith(file.fileName()), qPrintable(message));
    QVERIFY2(message.contains(place), qPrintable(message));
    QVERIFY2(message.contains(contains), qPrintable(message));
    const int peak = lines[0].toInt(); // MB
    const int time = lines[1].toInt(); // ms
    qInfo("%d MB, %d ms", peak, time);
#ifdef __SANITIZE_ADDRESS__
    constexpr int most = 1000; // what watches the memory takes most of it
#else
    constexpr int most = 200;
#endif
    QVERIFY2(peak > 0 && peak < most, qPrintable(QString::number(peak)));
    // Under a second on a machine of its own; here others may be at work.
    QVERIFY2(time < 10'000, qPrintable(QString::number(time)));
}

QTEST_GUILESS_MAIN(TestHostile)
#include "test_hostile.moc"
