// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/corpus.h"
#include "config/randomedits.h"
#include "config/sourcetext.h"
#include "config/stayinglines.h"
#include "config/writing/writtenfile.h"

using namespace Qt::StringLiterals;
using config::Format;

/// Random edits of every file of the corpus: what is written is read as what was meant, touches
/// nothing else, and undoing all gives the first bytes. RUSHES_SEED=number gives other edits.
class TestRoundTrip : public QObject
{
    Q_OBJECT

private slots:
    void oneEdit_data() { corpus::addRows(); }
    void oneEdit();
    void editsAndUndo_data() { corpus::addRows(); }
    void editsAndUndo();
    void savesBetweenEdits_data() { corpus::addRows(); }
    void savesBetweenEdits();
};

namespace {

/// Reads a text of the corpus, without making its jobs.
config::BatchFile readAgain(const QByteArray &text, Format format)
{
    auto file = config::readSource(text, format, u"batch.yaml"_s);
    if (!file || !file->jobErrors.isEmpty())
        qFatal("%s\n%s", text.constData(),
               qPrintable((file ? file->jobErrors : file.error()).first().toText()));
    return *file;
}

QString errorOf(const tl::expected<QByteArray, QString> &written)
{
    return written ? QString() : written.error();
}

quint32 seedFor(int round)
{
    bool isGiven = false;
    const auto given = qEnvironmentVariable("RUSHES_SEED").toUInt(&isGiven);
    return (isGiven ? given : 20260228U) + quint32(round) * 7919U;
}

} // namespace

/// Where only one key of one entry, or of the file, is another, all bytes before and behind what
/// stands of it stay.
void TestRoundTrip::oneEdit()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    const bool isLong = text.size() > 100'000;
    const config::BatchFile file = readAgain(text, format);
    int checked = 0;
    for (int round = 0; round < (isLong ? 3 : 60); ++round) {
        const quint32 seed = seedFor(round + 1000);
        RandomEdits edits(seed);
        batch::BatchSource source = file.source;
        const QString what = u"seed %1: "_s.arg(seed) + edits.apply(source);
        const auto written = config::writeBatch(source, format, &file);
        QVERIFY2(written.has_value(), qPrintable(what + u": "_s + errorOf(written)));
        QVERIFY2(batch::sameContent(readAgain(*written, format).source, source), qPrintable(what));
        const auto span = staying::spanOfOnlyChange(file, source);
        if (!span)
            continue;
        ++checked;
        const bool stays = written->startsWith(text.first(span->begin))
            && written->endsWith(text.sliced(span->end));
        QVERIFY2(stays,
                 qPrintable(what + u"\nin: "_s
                            + QString::fromUtf8(text.sliced(span->begin, span->end - span->begin))
                            + u"\n"_s + QString::fromUtf8(*written)));
    }
    QVERIFY2(checked > 0 || file.source.jobs.isEmpty() || text.contains('&'),
             "nothing was checked");
}

void TestRoundTrip::editsAndUndo()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    const bool isLong = text.size() > 100'000;
    for (int round = 0; round < (isLong ? 2 : 8); ++round) {
        const quint32 seed = seedFor(round);
        RandomEdits edits(seed);
        const config::BatchFile file = readAgain(text, format);
        QList<batch::BatchSource> undo;
        batch::BatchSource source = file.source;
        QStringList log{u"seed %1"_s.arg(seed)};
        for (int i = 0; i < (isLong ? 4 : 8); ++i) {
            undo.append(source);
            log.append(edits.apply(source));
            const auto written = config::writeBatch(source, format, &file);
            const QString what = log.join(u"; "_s);
            QVERIFY2(written.has_value(), qPrintable(what + u": "_s + errorOf(written)));
            const config::BatchFile again = readAgain(*written, format);
            QVERIFY2(batch::sameContent(again.source, source), qPrintable(what));
            const auto lost = staying::lostLine(file, source, *written);
            QVERIFY2(!lost,
                     qPrintable(what + u": lost "_s + QString::fromUtf8(lost.value_or("")) + u"\n"_s
                                + QString::fromUtf8(*written)));
        }
        while (!undo.isEmpty())
            source = undo.takeLast();
        QCOMPARE(batchtext::written(source, format, &file), text);
    }
}

/// As the window does it: each save is the next one's origin, and what an undo brings back comes
/// from the text that had it.
void TestRoundTrip::savesBetweenEdits()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    const bool isLong = text.size() > 100'000;
    for (int round = 0; round < (isLong ? 1 : 4); ++round) {
        const quint32 seed = seedFor(round + 100);
        RandomEdits edits(seed);
        QList<config::BatchFile> versions{readAgain(text, format)};
        QStringList log{u"seed %1"_s.arg(seed)};
        const auto save = [&](const batch::BatchSource &source) {
            const qsizetype closest = config::closestOrigin(source, versions);
            const auto file = config::writtenFile(source, format, u"batch.yaml"_s,
                                                  &versions[closest], config::Layout::Kept);
            if (file)
                versions.append(*file);
            return file.has_value() && batch::sameContent(file->source, source);
        };
        QList<batch::BatchSource> undo;
        batch::BatchSource source = versions.first().source;
        for (int i = 0; i < (isLong ? 3 : 8); ++i) {
            undo.append(source);
            log.append(edits.apply(source));
            QVERIFY2(
                save(source),
                qPrintable(log.join(u"; "_s) + u'\n' + QString::fromUtf8(versions.last().text)));
        }
        while (!undo.isEmpty()) {
            log.append(u"undo"_s);
            QVERIFY2(
                save(undo.takeLast()),
                qPrintable(log.join(u"; "_s) + u'\n' + QString::fromUtf8(versions.last().text)));
        }
        QVERIFY2(versions.last().text == text,
                 qPrintable(log.join(u"; "_s) + u'\n' + QString::fromUtf8(versions.last().text)));
    }
}

QTEST_GUILESS_MAIN(TestRoundTrip)
#include "test_roundtrip.moc"
