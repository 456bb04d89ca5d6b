import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { ConfigError, readConfig } from './config.ts'

test('without any variables the server listens on 8080 everywhere and keeps its data in ./data', () => {
  expect(readConfig({})).toEqual({
    port: 8080,
    host: undefined,
    dataFolder: resolve('./data'),
    origin: undefined,
    logLevel: 'info',
    trustProxy: false,
    databaseUrl: undefined,
    redisUrl: undefined,
    pepper: undefined,
  })
})

test('a variable that is set but empty counts as left out', () => {
  expect(readConfig({ PORT: '', VISPERA_ORIGIN: '' }).port).toBe(8080)
})

test('the public address loses a trailing slash', () => {
  expect(readConfig({ VISPERA_ORIGIN: 'https://Board.example.org/' }).origin).toBe(
    'https://board.example.org',
  )
})

test.each([
  ['PORT', 'eighty', 'PORT is "eighty", but it must be a number. Set PORT to a free port'],
  ['PORT', '70000', 'must be between 0 and 65535'],
  ['VISPERA_ORIGIN', 'board.example.org', 'must be a whole address'],
  ['VISPERA_ORIGIN', 'https://example.org/board', 'without a path'],
  ['VISPERA_LOG', 'loud', 'must be one of silent, error, warn, info, debug'],
  ['TRUST_PROXY', 'maybe', 'must be yes or no'],
  ['DATABASE_URL', 'mysql://db/vispera', 'must be an address such as postgres://'],
  ['REDIS_URL', 'redis://cache:6379', 'must come with DATABASE_URL'],
  ['VISPERA_PEPPER', 'salt', 'must have 32 characters or more'],
])('%s=%s is refused with the variable, the problem and what to do', (name, value, said) => {
  expect(() => readConfig({ [name]: value })).toThrow(ConfigError)
  expect(() => readConfig({ [name]: value })).toThrow(said)
})

test('what is secret is not repeated when it is refused', () => {
  const given = { DATABASE_URL: 'mysql://ana:hunter22@db/vispera', VISPERA_PEPPER: 'hunter22' }
  expect(() => readConfig(given)).toThrow(/^(?!.*hunter22)/s)
})

test('several machines are told of by two addresses and one secret', () => {
  const given = {
    DATABASE_URL: 'postgres://vispera:secret@db:5432/vispera',
    REDIS_URL: 'redis://cache:6379',
    VISPERA_PEPPER_FILE: '/run/secrets/pepper',
  }
  expect(readConfig(given)).toMatchObject({
    databaseUrl: given.DATABASE_URL,
    redisUrl: given.REDIS_URL,
    pepper: { file: '/run/secrets/pepper' },
  })
  expect(() => readConfig({ ...given, VISPERA_PEPPER: 'x'.repeat(40) })).toThrow('not be set together')
})
