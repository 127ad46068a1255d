// The law for everybody: no sign-in, nothing is stored. A POST here is a question and no write, so it takes no Idempotency-Key;
// asked twice it answers the same. What needs no sign-in is limited more tightly by the address it comes from.

import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { COUNTRIES, type Country } from '@mahnwerk/core/countries'
import { type Http, Refused, problemSchema, refused } from '../../http/index.ts'
import { localeOf } from '../../http/problem.ts'
import { countryAnswer, countrySchema, seriesOf, seriesSchema } from './countries.ts'
import { CALCULATIONS } from '../law/index.ts'

const no = { '4xx': problemSchema }
const tags = ['calculations']
const PREFIX = '/api/v1/calculations'

type Options = {
  /** From one address, for each of these routes. */
  readonly requestsPerMinute: number
  readonly countries?: readonly Country[]
}

export function calculationRoutes(http: Http, { requestsPerMinute, countries = COUNTRIES }: Options): void {
  const config = { right: 'public', rateLimit: { max: requestsPerMinute, timeWindow: '1 minute' } } as const
  const open = { tags, security: [] }
  const countryOf = (code: string): Country | undefined => countries.find((country) => country.code === code)
  http.get(
    `${PREFIX}/countries`,
    { config, schema: { ...open, response: { 200: z.object({ countries: z.array(countrySchema) }), ...no } } },
    (request) => ({ countries: countries.map((country) => countryAnswer(country, localeOf(request))) }),
  )
  http.get(
    `${PREFIX}/countries/:code/facts`,
    {
      config,
      schema: {
        ...open,
        params: z.object({ code: z.string().max(20) }),
        response: { 200: z.object({ series: z.array(seriesSchema) }), ...no },
      },
    },
    (request) => {
      const country = countryOf(request.params.code)
      if (!country) throw refused('law_country_unknown', { country: request.params.code }, { status: 404 })
      return { series: seriesOf(country, localeOf(request)) }
    },
  )
  const untyped = http as unknown as FastifyInstance // the same instance: each calculation's schema is its own
  for (const { name, summary, question, answer, ask } of CALCULATIONS) {
    untyped.post(
      `${PREFIX}/${name}`,
      { config, schema: { ...open, summary, body: question, response: { 200: answer, ...no } } },
      (request) => {
        const { language } = request.body as { readonly language?: string } // as every question's schema has it
        // The language that a question asks for is that of its refusal, too.
        if (language !== undefined) request.headers['accept-language'] = language
        const result = ask(request.body, { language: localeOf(request), countryOf })
        if (!result.ok) throw new Refused(result.refusal)
        return result.value
      },
    )
  }
}
