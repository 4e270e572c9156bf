// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/resultfile.h"

#include <QDir>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using engine::ResultFile;

class ResultFileTest : public QObject
{
    Q_OBJECT
private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }
    void names();
    void keepsWhatIsThere();
    void missingPartIsAnError();
    void tellsSoundParts();

private:
    void write(const QString &name, const QByteArray &bytes) const;
    ResultFile file(int output = 0) const { return {m_dir->path(), u"cat"_s, output, {}}; }

    std::unique_ptr<QTemporaryDir> m_dir;
};

void ResultFileTest::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_dir->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void ResultFileTest::names()
{
    QCOMPARE(file().partPath(), m_dir->filePath(u"cat.part"_s));
    QCOMPARE(file(1).partPath(), m_dir->filePath(u"cat-2.part"_s));
    QCOMPARE(file(1).fetchedPath(), m_dir->filePath(u"cat-2.fetched"_s));
    ResultFile tagged = file();
    tagged.partTag = engine::partTagOf(u"prediction"_s);
    QVERIFY(
        QRegularExpression(u"/cat\\.[0-9a-f]{8}\\.part$"_s).match(tagged.partPath()).hasMatch());
    QVERIFY(engine::partTagOf(u"another"_s) != tagged.partTag);
    QCOMPARE(file().path(1, u"png"_s), m_dir->filePath(u"cat.png"_s));
    QCOMPARE(file(2).path(1, u"png"_s), m_dir->filePath(u"cat-3.png"_s));
    QCOMPARE(file().path(2, u"png"_s), m_dir->filePath(u"cat-take2.png"_s));
    QCOMPARE(file(1).path(3, u"mp4"_s), m_dir->filePath(u"cat-take3-2.mp4"_s));
}

void ResultFileTest::keepsWhatIsThere()
{
    write(u"cat.part"_s, "new");
    QVERIFY(file().partIsFetched());
    write(u"cat.png"_s, "old");
    // A link to nowhere has the name as well: what it stands for may be on another disk.
    QVERIFY(QFile::link(m_dir->filePath(u"nowhere"_s), m_dir->filePath(u"cat-take2.png"_s)));
    const QString free = file().freePath(u"png"_s);
    QCOMPARE(free, m_dir->filePath(u"cat-take3.png"_s));
    // What took a name since then keeps it.
    QVERIFY(!file().keep(m_dir->filePath(u"cat.png"_s)).value());
    QVERIFY(!file().keep(m_dir->filePath(u"cat-take2.png"_s)).value());
    QVERIFY(QDir(m_dir->path()).mkdir(u"cat.mp4"_s));
    QVERIFY(!file().keep(m_dir->filePath(u"cat.mp4"_s)).value());
    QVERIFY(file().keep(free).value());
    QVERIFY(!QFile::exists(file().fetchedPath()));
    QFile old(m_dir->filePath(u"cat.png"_s));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), "old"_ba);
    // Another ending is another file.
    QCOMPARE(file().freePath(u"jpg"_s), m_dir->filePath(u"cat.jpg"_s));
}

void ResultFileTest::missingPartIsAnError()
{
    QVERIFY(file().partIsFetched().error().contains(u"cat.fetched"_s));
    const auto kept = file().keep(m_dir->filePath(u"cat.png"_s));
    QVERIFY(!kept);
    QVERIFY(kept.error().contains(u"cat.png"_s));
}

void ResultFileTest::tellsSoundParts()
{
    QVERIFY(!file().partIsSound());
    write(u"cat.part"_s, "");
    QVERIFY(!file().partIsSound());
    write(u"cat.part"_s, "<!DOCTYPE html><html><body>");
    QVERIFY(!file().partIsSound());
    QString extension;
    QVERIFY(!engine::flawOf(file().partPath(), extension).isEmpty());
    write(u"cat.part"_s, "\x89PNG\r\n\x1a\n and the rest");
    QVERIFY(file().partIsSound());
    QVERIFY(!engine::flawOf(file().partPath(), extension).isEmpty());
    QVERIFY(extension.isEmpty());
    file().removePart();
    QVERIFY(!QFile::exists(file().partPath()));
}

QTEST_GUILESS_MAIN(ResultFileTest)
#include "test_resultfile.moc"
