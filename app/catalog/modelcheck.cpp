// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalog/modelcheck.h"

#include "batch/jobcheck.h"

#include <QCoreApplication>

namespace catalog {

using batch::Field;
using batch::Severity;

namespace {

/// What a model doesn't allow of a job; collects as it goes.
class ModelCheck
{
    Q_DECLARE_TR_FUNCTIONS(catalog::ModelCheck)
public:
    ModelCheck(const Model &model, const batch::Job &job, QList<batch::Problem> &problems)
        : m_model(model)
        , m_job(job)
        , m_problems(problems)
    {
    }

    void run()
    {
        if (m_model.type != m_job.type) {
            const bool makesImages = m_model.type == batch::MediaType::Image;
            error(Field::Model,
                  makesImages ? tr("%1 makes images, and this is a video job.").arg(name())
                              : tr("%1 makes videos, and this is an image job.").arg(name()));
            return;
        }
        checkPrompt();
        if (m_job.type == batch::MediaType::Image) {
            checkSide(Field::Width, m_job.width, u"width");
            checkSide(Field::Height, m_job.height, u"height");
        } else {
            checkDuration();
            checkResolution();
        }
        checkImage();
    }

private:
    QString name() const { return m_model.displayName; }

    void error(Field field, const QString &message)
    {
        m_problems.append({field, Severity::Error, message});
    }

    void checkPrompt()
    {
        const Parameter *prompt = m_model.parameter(u"prompt");
        if (prompt && prompt->maxLength && m_job.prompt.size() > *prompt->maxLength) {
            error(Field::Prompt,
                  tr("The prompt has %1 characters; %2 takes at most %3.")
                      .arg(m_job.prompt.size())
                      .arg(name())
                      .arg(*prompt->maxLength));
        }
    }

    void checkSide(Field field, const std::optional<int> &value, QStringView parameterName)
    {
        const Parameter *side = m_model.parameter(parameterName);
        if (!value || !side)
            return;
        if (side->minimum && *value < *side->minimum) {
            error(field, tr("%1 makes images of at least %2 px.").arg(name()).arg(*side->minimum));
        } else if (side->maximum && *value > *side->maximum) {
            error(field, tr("%1 makes images of at most %2 px.").arg(name()).arg(*side->maximum));
        }
    }

    void checkDuration()
    {
        const double duration = m_job.effectiveDuration();
        const auto least = m_model.minDuration();
        const auto most = m_model.maxDuration();
        if (most && duration > *most) {
            error(Field::Duration, tr("%1 makes videos of at most %2 s.").arg(name()).arg(*most));
        } else if (least && duration > 0 && duration < *least) {
            error(Field::Duration, tr("%1 makes videos of at least %2 s.").arg(name()).arg(*least));
        }
    }

    void checkResolution()
    {
        const QStringList offered = m_model.resolutions();
        if (m_job.resolution && !offered.isEmpty() && !offered.contains(*m_job.resolution)) {
            error(Field::Resolution,
                  tr("%1 offers %2, not \"%3\".")
                      .arg(name(), offered.join(u", "), *m_job.resolution));
        }
    }

    void checkImage()
    {
        const bool needed = m_model.id.contains(u"image-to-");
        const bool given = m_job.imageUrl.has_value() || m_job.params.contains(u"image")
            || m_job.params.contains(u"image_url");
        if (needed && !given) {
            error(Field::ImageUrl,
                  tr("%1 starts from a picture: give its address as image_url.").arg(name()));
        } else if (m_job.imageUrl && !m_model.takesImage() && !m_model.parameters.isEmpty()) {
            m_problems.append({Field::ImageUrl, Severity::Warning,
                               tr("%1 takes no picture: image_url has no effect.").arg(name())});
        }
    }

    const Model &m_model;
    const batch::Job &m_job;
    QList<batch::Problem> &m_problems;
};

} // namespace

QList<batch::Problem> check(const Catalog &catalog, const batch::Job &job)
{
    QList<batch::Problem> problems = batch::check(job);
    if (job.model.trimmed().isEmpty())
        return problems;
    if (const Model *model = catalog.find(job.model)) {
        ModelCheck(*model, job, problems).run();
    } else {
        problems.append(
            {Field::Model, Severity::Warning,
             QCoreApplication::translate("catalog::ModelCheck",
                                         "The catalog doesn't know \"%1\": its price is a guess.")
                 .arg(job.model)});
    }
    return problems;
}

} // namespace catalog
