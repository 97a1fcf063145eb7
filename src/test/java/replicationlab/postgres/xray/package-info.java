/** The X-ray on real clusters. */
package replicationlab.postgres.xray;
