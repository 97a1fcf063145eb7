/** The configuration X-ray. */
package replicationlab.ui.xray;
