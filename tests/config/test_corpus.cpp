// SPDX-License-Identifier: GPL-3.0-or-later
#include "config/batchtext.h"
#include "config/corpus.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using config::Format;

/// Every file of the corpus opens without an error and saves byte for byte.
class TestCorpus : public QObject
{
    Q_OBJECT

private slots:
    void isLarge();
    void unchanged_data() { corpus::addRows(); }
    void unchanged();
    void saved_data() { corpus::addRows(); }
    void saved();
};

void TestCorpus::isLarge()
{
    const auto names =
        corpus::folder().entryList({u"*.yaml"_s, u"*.json"_s}, QDir::Files, QDir::Name);
    QVERIFY2(names.size() >= 60, qPrintable(QString::number(names.size())));
}

void TestCorpus::unchanged()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    const config::BatchFile file = batchtext::read(text, format);
    QVERIFY(file.expansionErrors.isEmpty());
    QCOMPARE(batchtext::written(file.source, format, &file), text);
}

void TestCorpus::saved()
{
    QFETCH(QByteArray, text);
    QFETCH(Format, format);
    const QTemporaryDir folder;
    const QString path = folder.filePath(format == Format::Json ? u"a.json"_s : u"a.yaml"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(text), text.size());
    file.close();

    const auto opened = config::readBatchFile(path);
    QVERIFY(opened.has_value());
    batch::BatchSource source = opened->source;
    source.settings.maxWorkers = 77;
    const auto edited = config::saveBatchFile(source, path, &*opened);
    QVERIFY2(edited.has_value(), qPrintable(edited.has_value() ? QString() : edited.error()));
    QVERIFY(edited->text != text);
    // As undo does: the text that was opened is the origin of the first state.
    QVERIFY(config::saveBatchFile(opened->source, path, &*opened).has_value());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), text);
}

QTEST_GUILESS_MAIN(TestCorpus)
#include "test_corpus.moc"
