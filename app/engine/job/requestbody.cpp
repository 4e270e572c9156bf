// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/job/requestbody.h"

#include "catalog/request/commonnames.h"

using namespace Qt::StringLiterals;

namespace engine {

atlas::Submission requestFor(const batch::Job &job, const catalog::Model *model)
{
    const bool image = job.type == batch::MediaType::Image;
    QJsonObject body = catalog::parametersFor(job, model).toJson();
    body.insert("model"_L1, job.model);
    return {image ? atlas::Endpoint::GenerateImage : atlas::Endpoint::GenerateVideo, body};
}

} // namespace engine
