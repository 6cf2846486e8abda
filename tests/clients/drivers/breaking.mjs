import { CriticalityLevel, diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { job, tell } from './job.mjs';

const changes = await diff(buildSchema(job.before), buildSchema(job.now));
const breaking = changes.filter(({ criticality }) => criticality.level === CriticalityLevel.Breaking);
tell({ breaking: breaking.map(({ path, message }) => ({ path, message })), changes: changes.length });
