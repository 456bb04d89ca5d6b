export { startPostgres, type TestPostgres } from './start-postgres.ts'
export { startRedis, type TestRedis } from './start-redis.ts'
