import { z } from 'zod';
import { changeLanguageModel } from '#domain/language-model/change.ts';
import { viewLanguageModel } from '#domain/language-model/settings.ts';
import { tryLanguageModel } from '#domain/language-model/try.ts';
import { endpointShape, languageModelViewShape, modelKeyShape, modelNameShape, modelTriedShape } from '#model/language-model.shape.ts';
import { may } from './base.ts';
import { flag } from './inputs.ts';

const typed = {
  endpoint: endpointShape.optional().describe('Address of an OpenAI-compatible API, such as http://127.0.0.1:11434/v1; empty: none'),
  model: modelNameShape.optional().describe('Name of the model, as that address knows it'),
  key: modelKeyShape
    .nullish()
    .describe(
      'Key for that address; kept sealed and never told again. Empty or null: none. Left out: the kept one, for the same host alone',
    ),
};

export const languageModel = {
  read: may('admin')
    .route({ method: 'GET', path: '/language-model', summary: 'Which language model gives a second opinion, and how that went lately' })
    .output(languageModelViewShape)
    .handler(({ context }) => viewLanguageModel(context.scope, context.languageModel.sealing)),
  change: may('admin', 'language-model.changed')
    .route({ method: 'PATCH', path: '/language-model', summary: 'Choose the language model, or turn it on or off' })
    .input(z.object({ ...typed, on: flag.optional().describe('Whether it is asked about each conversation from now on') }))
    .output(languageModelViewShape)
    .handler(({ context, input }) => changeLanguageModel(context.scope, input, context.languageModel.sealing)),
  try: may('admin', 'language-model.tried')
    .route({ method: 'POST', path: '/language-model/try', summary: 'Ask the language model about a made-up talk, and say how it went' })
    .input(z.object(typed))
    .output(modelTriedShape)
    .handler(({ context, input }) => tryLanguageModel(context.scope, input, context.languageModel)),
};
