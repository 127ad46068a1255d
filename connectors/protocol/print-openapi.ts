// Prints the OpenAPI document: node connectors/protocol/print-openapi.ts > connectors/protocol/openapi.json

import { openApiDocument } from './openapi.ts'

process.stdout.write(`${JSON.stringify(openApiDocument(), null, 2)}\n`)
